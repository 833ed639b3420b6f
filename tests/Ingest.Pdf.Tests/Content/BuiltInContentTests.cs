using Ingest.Pdf.Reading;

namespace Ingest.Pdf.Tests.Content;

public sealed class BuiltInActualTextTests() : ActualTextContract(new BuiltInPdfReader());

public sealed class BuiltInAnnotationTests() : AnnotationContract(new BuiltInPdfReader());

public sealed class BuiltInContentFuzzTests() : ContentFuzzContract(new BuiltInPdfReader());

public sealed class BuiltInFormTests() : FormContract(new BuiltInPdfReader());

public sealed class BuiltInLayerTests() : LayerContract(new BuiltInPdfReader());

public sealed class BuiltInRepeatedLetterTests() : RepeatedLetterContract(new BuiltInPdfReader());

public sealed class BuiltInRulingTests() : RulingContract(new BuiltInPdfReader());

public sealed class BuiltInTextPositionTests() : TextPositionContract(new BuiltInPdfReader());

public sealed class BuiltInHiddenTextTests() : HiddenTextContract(new BuiltInPdfReader())
{
    [Theory]
    [InlineData("/Spot cs 0 scn ", Hidden.SameAsBackground)]
    [InlineData("/Spots cs 0 0 scn ", Hidden.SameAsBackground)]
    [InlineData("/Ink cs 0 scn ", Hidden.SameAsBackground)]
    [InlineData("/Lab cs 100 0 0 sc ", Hidden.SameAsBackground)]
    public void The_colour_of_inks_is_known_without_their_functions(string before, Hidden expected) =>
        Letters_in_the_colour_of_what_is_below_them_vanish(before, expected);
}

public sealed class BuiltInImageTests() : ImageContract(new BuiltInPdfReader())
{
    [Theory]
    // All of it looks like content; unknown length; no length at all.
    [InlineData("BI /W 40 /H 1 /CS /G /BPC 8 ID aaaa EI ((((((((((((((((((((((((((((((((\nEI ")]
    [InlineData("BI /W 9 /H 9 /F /DCT ID \u00ff\u00d8EIEI(EI\u0000 EI\r")]
    [InlineData("BI ID abc EI ")]
    public void Inline_images_that_deceive_are_passed_over_to_their_end(string image) => Inline_images_are_passed_over_to_their_end(image);
}

public sealed class BuiltInOperatorToleranceTests() : OperatorToleranceContract(new BuiltInPdfReader())
{
    [Theory]
    [InlineData("BT /F1 10 Tf 9 9 100 700 Td (A) Tj ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td [(A] Tj) pop (A) Tj ET")]
    [InlineData("BT /F1 10 Tf 100 700 Td <</Odd [1 2 >> /Tag <</Other (>>)>> BDC (A) Tj ET")]
    public void Worse_content_is_read_as_viewers_read_it(string content) => Broken_content_is_read_as_viewers_read_it(content);

    [Theory]
    [InlineData("/Contents null")]
    [InlineData("/Contents [10 0 R null]")]
    public void Content_that_is_null_is_empty(string contents) => Empty_and_repeated_content_is_sound(contents);
}
