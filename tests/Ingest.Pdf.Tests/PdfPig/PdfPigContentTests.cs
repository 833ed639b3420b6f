using Ingest.Contract.Pages;
using Ingest.Pdf.PdfPig.Reading;
using Ingest.Pdf.Tests.Content;

namespace Ingest.Pdf.Tests.PdfPig;

public sealed class PdfPigActualTextTests() : ActualTextContract(new PdfPigReader());

public sealed class PdfPigAnnotationTests() : AnnotationContract(new PdfPigReader());

public sealed class PdfPigContentFuzzTests() : ContentFuzzContract(new PdfPigReader());

public sealed class PdfPigFormTests() : FormContract(new PdfPigReader());

public sealed class PdfPigHiddenTextTests() : HiddenTextContract(new PdfPigReader());

public sealed class PdfPigImageTests() : ImageContract(new PdfPigReader())
{
    private const string Letter = "BT /F1 10 Tf 100 700 Td (A) Tj ET";

    [Theory]
    [InlineData("BI /W 9 /H 9 /F /DCT ID \u00ff\u00d8EIEI(EI\u0000 EI\r")]
    [InlineData("BI ID abc EI ")]
    public void Text_after_an_inline_image_that_deceives_is_not_lost_without_a_word(string image)
    {
        Page page = Read($"q 10 0 0 10 0 0 cm {image}Q {Letter}");

        Assert.True(page.VisibleText() == "A" || page.Diagnostics.Length > 0);
    }
}

public sealed class PdfPigLayerTests() : LayerContract(new PdfPigReader());

public sealed class PdfPigOperatorToleranceTests() : OperatorToleranceContract(new PdfPigReader());

public sealed class PdfPigRepeatedLetterTests() : RepeatedLetterContract(new PdfPigReader());

public sealed class PdfPigRulingTests() : RulingContract(new PdfPigReader());

public sealed class PdfPigTextPositionTests() : TextPositionContract(new PdfPigReader());

public sealed class PdfPigPageBoxTests() : PageBoxContract(new PdfPigReader());
