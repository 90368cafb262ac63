package ktap.dsl;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.parser.antlr.Lexer;
import org.eclipse.xtext.parser.antlr.LexerBindings;

import com.google.inject.Binder;
import com.google.inject.name.Names;

import ktap.dsl.parser.KtapLexer;
import ktap.dsl.parser.KtapSyntaxErrorMessages;
import ktap.dsl.parser.PlainText;
import ktap.dsl.parser.ScriptParser;

/** What differs from a plain Xtext language: parser, lexer, the wording of syntax errors; tokens keep their text. */
public class KtapRuntimeModule extends AbstractKtapRuntimeModule {

    @Override
    public void configureRuntimeLexer(Binder binder) {
        binder.bind(Lexer.class).annotatedWith(Names.named(LexerBindings.RUNTIME)).to(KtapLexer.class);
    }

    @Override
    public Class<? extends IParser> bindIParser() {
        return ScriptParser.class;
    }

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return PlainText.class;
    }

    public EventCatalog bindEventCatalog() {
        return EventCatalog.EMPTY;
    }

    public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
        return KtapSyntaxErrorMessages.class;
    }
}
