using Ingest.Contract.Documents;
using Ingest.Contract.Text;
using Ingest.Core.Checks.Causes;
using Ingest.Core.Checks.Figures;

namespace Ingest.Core.Checks.Findings;

/// <summary>Every operand was read without doubt: its cell, its row, its column, its statement.</summary>
internal sealed class ReadWithoutDoubt : ICondition
{
    public Objection? ObjectTo(Charge charge)
    {
        if (charge.Misprint is { } misprint)
            return charge.Tables.SelectMany(table => table.Source.Doubts.Where(doubt => !Explains(misprint, table, doubt)))
                .Select(doubt => (Objection?)Object(doubt.Message)).FirstOrDefault();
        if (charge.Figures.FirstOrDefault(figure => figure.InDoubt) is { } doubted)
            return Object(Why(doubted));
        if (charge.Relations.Any(relation => relation.InDoubt) || charge.Observations.Any(observation => observation.InDoubt))
            return Object(charge.Tables.SelectMany(table => table.Source.Doubts).Select(doubt => (Phrase?)doubt.Message).FirstOrDefault()
                ?? new("相关内容未能读全", "what it rests on was not read whole"));
        foreach (IndexedStatement table in charge.Tables)
            if (table.Suspicion is { } suspicion)
                return Object(suspicion);
        return null;
    }

    /// <summary>That the code looks like none is what the charge says; doubts about single cells and columns do not touch it.</summary>
    private static bool Explains(CodeMisprint misprint, IndexedStatement table, ExtractionDoubt doubt) => doubt.Column is not null
        || (table == misprint.Row.Statement && doubt.Row == misprint.Row.Index && doubt.Code == ExtractionDoubt.CodeShape);

    private static Objection Object(Phrase reason) =>
        new(ReservationKind.Reading, Severity.Warning, new Phrase("读取存疑：", "the reading is in doubt: ") + reason);

    /// <summary>The reader's own words on the cell, else on its row, its column or its table.</summary>
    private static Phrase Why(Figure figure)
    {
        if (figure.Row is not { } row)
            return new("该处文字未能读清", "the text there could not be read clearly");
        ExtractionDoubt? doubt = row.Statement.Source.Doubts
            .Where(doubt => (doubt.Row is null || doubt.Row == row.Index) && (doubt.Column is null || doubt.Column == figure.Reference.Column))
            .OrderByDescending(doubt => (doubt.Row is null ? 0 : 1) + (doubt.Column is null ? 0 : 1))
            .FirstOrDefault();
        return doubt?.Message ?? new("该表未能读全", "the table was not read whole");
    }
}
