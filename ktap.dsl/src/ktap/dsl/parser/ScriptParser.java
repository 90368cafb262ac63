package ktap.dsl.parser;

import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.XtextPackage;
import org.eclipse.xtext.nodemodel.impl.NodeModelBuilder;
import org.eclipse.xtext.parser.DefaultEcoreElementFactory;
import org.eclipse.xtext.parser.antlr.AntlrTokenDefProvider;
import org.eclipse.xtext.parser.antlr.AntlrTokenToStringConverter;
import org.eclipse.xtext.parser.antlr.IUnorderedGroupHelper;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.BinaryGrammarResourceFactoryImpl;
import org.eclipse.xtext.service.GrammarProvider;

import ktap.dsl.ktap.KtapPackage;
import ktap.dsl.parser.antlr.KtapAntlrTokenFileProvider;
import ktap.dsl.parser.antlr.KtapParser;
import ktap.dsl.services.KtapGrammarAccess;

/**
 * The parser of scripts. Parses a changed script as a whole, because what a word means to the lexer can depend on the
 * text before it.
 */
public class ScriptParser extends KtapParser {
    private static final String LANGUAGE = "ktap.dsl.Ktap";

    /**
     * A parser that is put together here. A dependency injector would do the same in several times the time, which
     * whoever starts ktap from a shell would feel.
     */
    public static ScriptParser standalone() {
        ScriptParser parser = new ScriptParser();
        parser.setGrammarAccess(new KtapGrammarAccess(new GrammarProvider(LANGUAGE, ScriptParser::grammarResources)));
        parser.setLexerProvider(KtapLexer::new);
        AntlrTokenDefProvider tokens = new AntlrTokenDefProvider();
        tokens.setAntlrTokenFileProvider(new KtapAntlrTokenFileProvider());
        parser.setTokenDefProvider(tokens);
        parser.setSyntaxErrorProvider(new KtapSyntaxErrorMessages());
        parser.setUnorderedGroupHelper(IUnorderedGroupHelper.Null::new);
        TreeFactory trees = new TreeFactory();
        trees.setConverterService(new PlainText());
        parser.setElementFactory(trees);
        return parser;
    }

    private static XtextResourceSet grammarResources() {
        XtextResourceSet resources = new XtextResourceSet();
        resources.getPackageRegistry().put(XtextPackage.eNS_URI, XtextPackage.eINSTANCE);
        resources.getPackageRegistry().put(KtapPackage.eNS_URI, KtapPackage.eINSTANCE);
        Resource.Factory grammars = new BinaryGrammarResourceFactoryImpl();
        resources.getResourceFactoryRegistry().getExtensionToFactoryMap().put("xtextbin", grammars);
        return resources;
    }

    @Override
    protected NodeModelBuilder createNodeModelBuilder() {
        return new NodeModelBuilder();
    }

    @Override
    protected boolean isReparseSupported() {
        return false;
    }

    /** Makes the parts of the tree. */
    private static final class TreeFactory extends DefaultEcoreElementFactory {
        private final AntlrTokenToStringConverter converter = new AntlrTokenToStringConverter();

        @Override
        protected Object getTokenAsStringIfPossible(Object tokenOrValue) {
            return converter.getTokenAsStringIfPossible(tokenOrValue);
        }
    }
}
