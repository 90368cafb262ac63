package ktap.dsl;

/** Sets the language up outside Eclipse. */
public class KtapStandaloneSetup extends KtapStandaloneSetupGenerated {
}
