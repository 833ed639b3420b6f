using System.Text.Json;

namespace Ingest.Contract.Documents.Json;

/// <param name="remark">Writes further properties of the finding of this index.</param>
internal sealed class FindingWriter(Utf8JsonWriter json, Action<Utf8JsonWriter, int>? remark = null)
{
    private int _written;

    public void Write(Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", JsonNames.Of(finding.Severity));
        WriteFigures(finding.Expected, finding.Actual, finding.Difference, finding.Tolerance);
        json.WriteStartArray("cells");
        foreach (CellReference cell in finding.Cells)
        {
            json.WriteStartObject();
            WriteReference(cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("suspects");
        foreach (Suspect suspect in finding.Suspects)
        {
            json.WriteStartObject();
            WriteReference(suspect.Cell);
            json.WriteNumberOrNull("suggested", suspect.Suggested);
            json.WriteNumber("settles", suspect.Settles);
            if (suspect.SuggestedCode is { } code)
                json.WriteString("suggestedCode", code);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("message", finding.Message);
        json.WriteStartArray("relations");
        foreach (FailedRelation relation in finding.Relations)
        {
            json.WriteStartObject();
            json.WriteString("rule", relation.Rule);
            json.WriteString("sentence", relation.Sentence);
            WriteFigures(relation.Expected, relation.Actual, relation.Difference, relation.Tolerance);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("reservations");
        foreach (Reservation reservation in finding.Reservations)
        {
            json.WriteStartObject();
            json.WriteString("kind", JsonNames.Of(reservation.Kind));
            json.WriteString("reason", reservation.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("extractionInDoubt", finding.ExtractionInDoubt);
        if (finding.Witness is { } witness)
            json.WriteString("witness", witness);
        remark?.Invoke(json, _written++);
        json.WriteEndObject();
    }

    public void Write(Coverage coverage)
    {
        json.WriteStartObject("coverage");
        json.WriteNumber("amounts", coverage.Amounts);
        json.WriteNumber("inStatements", coverage.InStatements);
        json.WriteNumber("checked", coverage.InOne);
        json.WriteNumber("notAssessed", coverage.NotAssessed);
        json.WriteNumber("notRead", coverage.AmountsNotRead);
        json.WriteBoolean("isEstimate", coverage.IsEstimate);
        json.WriteNumber("inOne", coverage.InOne);
        json.WriteNumber("inTwo", coverage.InTwo);
        json.WriteStartObject("sentences");
        json.WriteNumber("numbers", coverage.Sentences.Numbers);
        json.WriteNumber("checked", coverage.Sentences.Checked);
        json.WriteNumber("unread", coverage.Sentences.Unread);
        json.WriteEndObject();
        json.WriteStartArray("tablesNotRead");
        foreach (UnreadTable table in coverage.NotRead)
            Write(table);
        json.WriteEndArray();
        json.WriteStartArray("unchecked");
        foreach (CellReference cell in coverage.Unchecked)
        {
            json.WriteStartObject();
            WriteReference(cell);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rules");
        foreach (RuleTally tally in coverage.Rules)
            WriteTally(tally);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public void Write(UnreadTable table)
    {
        json.WriteStartObject();
        json.WriteString("title", table.Title);
        json.WriteString("label", table.Label);
        json.WriteInts("pages", table.Pages);
        json.WriteNumber("amounts", table.Amounts);
        json.WriteBoolean("isEstimate", table.IsEstimate);
        json.WriteEndObject();
    }

    private void WriteTally(RuleTally tally)
    {
        json.WriteStartObject();
        json.WriteString("rule", tally.Rule);
        json.WriteNumber("consistent", tally.Consistent);
        json.WriteNumber("rounding", tally.Rounding);
        json.WriteNumber("improbableRounding", tally.ImprobableRounding);
        json.WriteNumber("inconsistent", tally.Inconsistent);
        json.WriteNumber("undefined", tally.Undefined);
        json.WriteNumber("notAssessable", tally.NotAssessable);
        json.WriteNumber("notApplicable", tally.NotApplicable);
        json.WriteStrings("missing", tally.Missing);
        json.WriteEndObject();
    }

    private void WriteReference(CellReference cell)
    {
        json.WriteString("statement", cell.Statement);
        json.WriteString("side", cell.Side is { } side ? JsonNames.Of(side) : null);
        json.WriteString("code", cell.Code);
        json.WriteString("name", cell.Name);
        json.WriteString("project", cell.Project);
        json.WriteString("column", cell.Column);
        json.WriteNumberOrNull("amount", cell.Amount);
        if (cell.Text is not null)
            json.WriteString("text", cell.Text);
        json.WriteNumberOrNull("page", cell.Page);
        json.WriteBoxOrNull(cell.Box);
        if (cell.Year is { } year)
            json.WriteNumber("year", year);
    }

    private void WriteFigures(decimal? expected, decimal? actual, decimal? difference, decimal? tolerance)
    {
        json.WriteNumberOrNull("expected", expected);
        json.WriteNumberOrNull("actual", actual);
        json.WriteNumberOrNull("difference", difference);
        json.WriteNumberOrNull("tolerance", tolerance);
    }
}
