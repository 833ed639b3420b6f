using System.Text.Json;

namespace Ingest.Contract.Documents.Json;

internal sealed class NarrativeWriter(Utf8JsonWriter json)
{
    public void Write(ContentsEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("text", entry.Text);
        json.WriteNumber("page", entry.Page);
        json.WriteBox(entry.Box);
        json.WriteInts("printedOn", entry.PrintedOn);
        json.WriteEndObject();
    }

    public void Write(NarrativeSection section)
    {
        json.WriteStartObject();
        json.WriteString("heading", section.Heading);
        json.WriteNumber("level", section.Level);
        json.WriteNumber("page", section.Page);
        json.WriteStartArray("sentences");
        foreach (NarrativeSentence sentence in section.Sentences)
            WriteSentence(sentence);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteSentence(NarrativeSentence sentence)
    {
        json.WriteStartObject();
        json.WriteString("text", sentence.Text);
        json.WriteNumber("page", sentence.Page);
        json.WriteBox(sentence.Box);
        json.WriteStartArray("facts");
        foreach (NarrativeFact fact in sentence.Facts)
            WriteFact(fact);
        json.WriteEndArray();
        json.WriteStartArray("unread");
        foreach (UnreadNumber number in sentence.Unread)
            WriteUnread(number);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteFact(NarrativeFact fact)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNames.Of(fact.Kind));
        json.WriteStrings("subject", fact.Subject);
        json.WriteNumberOrNull("value", fact.Value);
        json.WriteString("unit", fact.Unit);
        json.WriteNumberOrNull("direction", fact.Direction);
        json.WriteNumberOrNull("year", fact.Year);
        json.WriteString("basis", fact.Basis);
        if (fact.Aside)
            json.WriteBoolean("aside", true);
        if (fact.InDoubt)
            json.WriteBoolean("inDoubt", true);
        if (!fact.Names.IsEmpty)
            json.WriteStrings("names", fact.Names);
        json.WriteString("text", fact.Text);
        json.WriteNumber("page", fact.Page);
        json.WriteBox(fact.Box);
        json.WriteEndObject();
    }

    private void WriteUnread(UnreadNumber number)
    {
        json.WriteStartObject();
        json.WriteString("text", number.Text);
        json.WriteNumberOrNull("value", number.Value);
        json.WriteString("unit", number.Unit);
        json.WriteNumber("page", number.Page);
        json.WriteBox(number.Box);
        json.WriteEndObject();
    }
}
