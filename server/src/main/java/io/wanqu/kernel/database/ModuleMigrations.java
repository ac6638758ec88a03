package io.wanqu.kernel.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings each module's schema up to date: one schema, one folder of migrations and one history a module, kernel first. */
final class ModuleMigrations {

    private static final String FOLDER = "db/migration/";

    private final DataSource dataSource;

    ModuleMigrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void run() {
        modules().forEach(module -> Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:" + FOLDER + module)
                .schemas(module)
                .table("migration")
                .load()
                .migrate());
    }

    private static List<String> modules() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath*:" + FOLDER + "*/V*.sql"))
                    .map(ModuleMigrations::moduleOf)
                    .distinct()
                    .sorted(Comparator.comparing((String module) -> !module.equals("kernel")).thenComparing(module -> module))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String moduleOf(Resource migration) {
        try {
            var path = migration.getURL().getPath();
            var start = path.lastIndexOf(FOLDER) + FOLDER.length();
            return path.substring(start, path.indexOf('/', start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
