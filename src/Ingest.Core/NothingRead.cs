using Ingest.Contract.Documents;
using Ingest.Contract.Grids;
using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Core;

/// <summary>Says why a file that opens gave no statement: the difference between a scan, text that cannot be decoded, and another kind of document.</summary>
internal static class NothingRead
{
    /// <summary>Null when there are statements.</summary>
    public static Diagnostic? Explain(BudgetDocument read, IReadOnlyList<PageContent> pages, TextQuality quality)
    {
        if (!read.Statements.IsEmpty)
            return null;
        int images = pages.Count(page => page.Page.ImageOnly);
        string name = read.Source.FileName;
        if (images > 0 && images >= pages.Count - images)
            return new Diagnostic("scanned", Severity.Error, new Phrase(
                $"{name}：{pages.Count} 页中有 {images} 页是没有文字的图像。请获取原始文件，或用 --ocr 文件夹（pipeline.json 的 ocr.models）指定文字识别模型后重读，模型来源见 README。",
                $"{name}: {images} of {pages.Count} pages are images without text. Get the original file, or read it again with recognition models: --ocr FOLDER, or ocr.models in pipeline.json; the README says where they come from."));
        if (quality.Letters > 0 && quality.Unmapped >= quality.Letters * Page.GarbledShare)
            return new Diagnostic("garbled", Severity.Error, new Phrase(
                $"{name}：{quality.Letters} 个字符中有 {quality.Unmapped} 个含义不明，因为文件的字体没有说明。没有猜测任何内容。请获取其他形式的文件，或用 --ocr 文件夹（pipeline.json 的 ocr.models）按字形识别，模型来源见 README。",
                $"{name}: {quality.Unmapped} of {quality.Letters} letters have no known meaning, because the fonts of the file do not say it. Nothing was guessed. Get the file in another form, or have its shapes recognised: --ocr FOLDER, or ocr.models in pipeline.json; the README says where models come from."));
        return new Diagnostic("no-budget", Severity.Warning, new Phrase(
            $"{name}：{pages.Count} 页中没有识别出预算表或决算表。可用 ingest inspect 查看读到的内容。",
            $"{name}: no table of a budget or of final accounts was recognised in {pages.Count} pages. See ingest inspect for what was seen."));
    }
}

/// <summary>How much of the visible text could be decoded.</summary>
/// <param name="Letters">Visible letters.</param>
/// <param name="Unmapped">Those whose meaning the file does not give (U+FFFD) or puts into a private-use area.</param>
internal readonly record struct TextQuality(int Letters, int Unmapped)
{
    public TextQuality With(Page page)
    {
        int letters = Letters, unmapped = Unmapped;
        foreach (Letter letter in page.Letters)
        {
            if (!letter.IsVisible || letter.Text.Length == 0)
                continue;
            letters++;
            if (letter.HasNoMeaning())
                unmapped++;
        }

        return new TextQuality(letters, unmapped);
    }
}
