using Ingest.Contract.Pages;

namespace Ingest.Pdf.Tests.Content;

/// <summary>What every reader must make of the content of a page; run on each.</summary>
public abstract class ContentContract(IPdfReader reader)
{
    protected IPdfReader Reader => reader;

    /// <summary>A page of nothing but this content.</summary>
    protected Page Read(string content) => new ContentPage(reader).Paint(content);
}
