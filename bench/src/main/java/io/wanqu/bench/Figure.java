package io.wanqu.bench;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that is measured; adds its lines to the report, where it also finds those measured before it. */
interface Figure {

    /** In the order in which they run: a figure stands behind the one it is held against. */
    Map<String, Figure> ALL = all();

    void measure(Stage stage, Report report) throws IOException;

    private static Map<String, Figure> all() {
        var all = new LinkedHashMap<String, Figure>();
        all.put("sale", new SaleFigure());
        all.put("hot", new HotFigure());
        all.put("flash", new FlashFigure());
        all.put("ingest", new IngestFigure());
        all.put("sync", new SyncFigure());
        all.put("browse", new BrowseFigure());
        all.put("import", new ImportFigure());
        all.put("events", new EventsFigure());
        all.put("start", new StartFigure());
        all.put("growth", new GrowthFigure());
        return Collections.unmodifiableMap(all);
    }
}
