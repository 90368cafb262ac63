package ktap.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import ktap.dsl.CompilationResult;
import ktap.dsl.KtapFormatter;
import ktap.dsl.ide.KtapTokenStyles;
import ktap.dsl.ide.TokenKind;
import ktap.runtime.bytecode.Chunk;
import ktap.runtime.bytecode.ChunkWriter;

/** The formatter changes the layout and nothing else, and its own layout not at all. */
class FormatterTest {
    static final KtapFormatter FORMATTER = KtapFormatter.standalone();

    @Test
    void layout() {
        assertEquals("""
                #!/usr/bin/ktap -q
                # counts

                var n, t = 0, {1, 2, x = 3, ["y z"] = 4; f(), {}}  # a table

                function t.add(a, ...) {
                  -- in the block
                  if (a == -1 && !b or not c) {
                    return a.b:c(1)[2], -(-a)
                  } else if (a) {
                  } else {
                    n +=  #
                      1
                  }
                }

                kdebug.probe("tp:x", function (e) {
                  print(e.name,
                    e.pid)
                })
                repeat
                  local x = 2 ^ -1 .. "a"
                until x
                ::again::
                trace a:b, c:d /x==1 &&  y~"a*"/ {
                  print(pid())
                }
                tick-1s { goto again }
                x = t[ [[k]]] .. [[
                 long]] --[[ note ]] .. f "x"
                f {}
                g({1})
                """, FORMATTER.format("""
                #!/usr/bin/ktap -q
                # counts


                var n,t=0,{ 1,2 , x=3,["y z"]=4;f( ) , { } } # a table

                function t . add (a,...)
                {

                -- in the block
                        if(a==- 1&&! b or  not c){
                return a . b : c ( 1 ) [ 2 ],- ( - a )
                    }
                    else
                    if ( a )
                    {
                    }
                    else{
                n+=#
                    1 }

                }

                kdebug.probe("tp:x",function(e) {
                print(e.name,
                e.pid)
                })
                repeat
                local x=2^-1 .."a"
                until x
                :: again ::
                trace a:b,c:d/x==1 &&  y~"a*"/
                {
                print(pid ())
                }
                tick-1s {goto again}
                x = t[ [[k]] ]..[[
                 long]]--[[ note ]]..f"x"
                f{ }
                g({1})""").replace("{ n += #\n", "{\n    n += #\n").replace("1 }\n", "1\n  }\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n\n", "# only a comment", "\ufeffx=1", "x=1\r\ny=2\r", "if (", "x = - - -1",
            "x=a- -b", "x=\"a\\\nb\"", "trace *:* {}", "trace a:b\n/x==mu*ex/\n{}", "trace a:b # note\n{}",
            "f\n(1)", "t.end=1 t.do=2", "return", "a=b--c\n(d)()", "f = function(...)return ... end",
            "tick = 1 x = tick\n- 1",
            "x = t[ [=[a]=] ]", "while(1){continue}", "while(1){continue\n}", "x = {\n\n1,\n\n\n2\n\n}", "do\n\nend",
            "x = 1\n+ 2\ny = 3", "f(function(){\nreturn 1\n},function(){\nreturn 2\n})" })
    void changesLayoutOnly(String script) {
        assertSameScript(script);
    }

    static String[] goldens() {
        return new String[] { "events", "histogram", "language", "trace", "later" };
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void goldenScripts(String name) {
        assertSameScript(Golden.read(name + ".kp"));
        assertSameScript(Golden.read(name + ".kp").replaceAll("(?m)^ +", "").replace(" = ", "="));
    }

    /** Formatting once is enough, and the script compiles to the same code. */
    static void assertSameScript(String script) {
        String formatted = FORMATTER.format(script);
        assertEquals(formatted, FORMATTER.format(formatted), () -> "formatted twice: " + script);
        assertEquals(comments(script), comments(formatted), formatted);
        CompilationResult before = Compilation.of(script);
        CompilationResult after = Compilation.of(formatted);
        assertEquals(before.chunk().isPresent(), after.chunk().isPresent(), formatted);
        before.chunk().ifPresent(chunk -> assertArrayEquals(code(chunk), code(after.chunk().get()), formatted));
    }

    private static List<String> comments(String script) {
        return new KtapTokenStyles().tokens(script).stream().filter(token -> token.kind() == TokenKind.COMMENT)
                .map(token -> script.substring(token.offset(), token.end()).stripTrailing()).toList();
    }

    private static byte[] code(Chunk chunk) {
        return ChunkWriter.write(ChunkWriter.strip(chunk));
    }
}
