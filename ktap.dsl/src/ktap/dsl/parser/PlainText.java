package ktap.dsl.parser;

import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.nodemodel.INode;

/** Leaves numbers and strings as they stand in the script: checks and generator read them. */
public class PlainText implements IValueConverterService {

    @Override
    public Object toValue(String text, String rule, INode node) {
        return text;
    }

    @Override
    public String toString(Object value, String rule) {
        return value.toString();
    }
}
