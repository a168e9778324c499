import com.sun.source.util.JavacTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Parses the files that its input names, without looking up what they import, and fails on an error of syntax. */
public class ParseJava {
    private static boolean failed = false;

    public static void main(String[] arguments) throws IOException {
        List<String> names = new BufferedReader(new InputStreamReader(System.in)).lines().collect(Collectors.toList());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(null, files, diagnostic -> {
                failed = true;
                System.err.println(diagnostic);
            }, List.of("-proc:none"), null, files.getJavaFileObjectsFromStrings(names));
            task.parse();
        }
        System.exit(failed ? 1 : 0);
    }
}
