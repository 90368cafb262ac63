package ktap.dsl.ide;

import org.eclipse.xtext.util.Modules2;

import com.google.inject.Guice;
import com.google.inject.Injector;

import ktap.dsl.KtapRuntimeModule;
import ktap.dsl.KtapStandaloneSetup;

/** Sets the language up with Xtext's generic services, as a language server needs them. */
public class KtapIdeSetup extends KtapStandaloneSetup {

    @Override
    public Injector createInjector() {
        return Guice.createInjector(Modules2.mixin(new KtapRuntimeModule(), new KtapIdeModule()));
    }
}
