using Ingest.Pdf.Content;
using Ingest.Pdf.Limits;
using Ingest.Pdf.PdfPig.Following;
using UglyToad.PdfPig.Tokens;

namespace Ingest.Pdf.PdfPig.Painting;

/// <summary>What all pages of one file are painted with.</summary>
internal sealed class PaintingTools
{
    public PaintingTools(PageServices services, DictionaryToken catalog, ReadingBudget budget)
    {
        Budget = budget;
        Canvas = new Canvas(budget.Limits);
        Finisher = new PageFinisher(Canvas, budget);
        Shapes = new ShapePainter(Canvas, budget);
        Layers = new Layers(services.Scanner, catalog);
    }

    public ReadingBudget Budget { get; }

    public Canvas Canvas { get; }

    public PageFinisher Finisher { get; }

    public ShapePainter Shapes { get; }

    public Layers Layers { get; }
}
