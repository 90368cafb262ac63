package ktap.dsl.ide;

import java.util.ArrayList;
import java.util.List;

import ktap.dsl.scoping.Binding;
import ktap.runtime.bytecode.ContextVariable;
import ktap.runtime.vm.lib.BuiltinCatalog;

/** Tells how to show the tokens of a script, from its tokens alone: it need not be correct. Thread-safe. */
public final class KtapTokenStyles {

    /** The tokens of the text in its order, without blanks; what lies between two tokens is blank. */
    public List<StyledToken> tokens(String text) {
        List<ScriptToken> tokens = ScriptToken.all(text);
        List<StyledToken> styled = new ArrayList<>(tokens.size());
        ScriptToken previous = null;
        ScriptToken beforePrevious = null;
        for (ScriptToken token : tokens) {
            styled.add(new StyledToken(token.offset(), token.text().length(), kind(token, previous, beforePrevious)));
            if (!token.isComment()) {
                beforePrevious = previous;
                previous = token;
            }
        }
        return styled;
    }

    private static TokenKind kind(ScriptToken token, ScriptToken previous, ScriptToken beforePrevious) {
        if (token.isComment()) {
            return TokenKind.COMMENT;
        } else if (token.isString()) {
            return TokenKind.STRING;
        } else if (token.isNumber()) {
            return TokenKind.NUMBER;
        } else if (token.isEvent()) {
            return TokenKind.EVENT;
        } else if (previous != null && previous.text().equals(".")) {
            return beforePrevious != null && isBuiltin(beforePrevious.text() + "." + token.text()) ? TokenKind.BUILTIN
                    : TokenKind.PLAIN;
        } else if (token.isKeyword()) {
            return TokenKind.KEYWORD;
        }
        return token.isName() ? name(token.text()) : TokenKind.PLAIN;
    }

    private static TokenKind name(String name) {
        if (ContextVariable.of(name).isPresent() || Binding.Argument.of(name).isPresent()) {
            return TokenKind.CONTEXT;
        }
        return isBuiltin(name) || BuiltinCatalog.libraries().contains(name) ? TokenKind.BUILTIN : TokenKind.PLAIN;
    }

    private static boolean isBuiltin(String name) {
        return BuiltinCatalog.find(name).isPresent();
    }
}
