using Ingest.Contract.Pages;
using Ingest.Contract.Text;

namespace Ingest.Pdf.Diagnosis;

/// <summary>The reasons for not opening a file, in the same words whatever reads it.</summary>
internal static class FileRefusals
{
    /// <exception cref="PdfReadException">There are no bytes, or more than the limit.</exception>
    public static void ThrowIfHopeless(ReadOnlyMemory<byte> bytes, ReadingLimits limits)
    {
        if (bytes.IsEmpty)
            throw new PdfReadException(ReadFailure.Empty, new Phrase(
                "文件为空。请从来源处重新获取。",
                "The file is empty. Get it again from its source."));
        if (bytes.Length > limits.FileBytes)
            throw new PdfReadException(ReadFailure.LimitExceeded, new Phrase(
                $"文件有 {bytes.Length} 字节，超过限额 FileBytes（{limits.FileBytes}）。如文件可信，请调高限额。",
                $"The file has {bytes.Length} bytes, more than the limit FileBytes ({limits.FileBytes}). Raise the limit if the file is to be trusted."));
    }

    public static PdfReadException NotPdf() => new(ReadFailure.NotPdf, new Phrase(
        "文件不是 PDF：没有 %PDF- 文件头，也没有页面。请检查保存的是否为正确的文件，而不是网页。",
        "The file is not a PDF: it has no %PDF- header and no pages. Check that the right file was saved, not a web page about it."));

    public static PdfReadException NoPage() => new(ReadFailure.Damaged, new Phrase(
        "文件开头是 PDF，但通读全文件也找不到任何页面。请从来源处重新获取。",
        "The file begins like a PDF but no page could be found in it, not even by scanning it. Get it again from its source."));

    /// <param name="passwordGiven">One was given, and does not open it.</param>
    public static PdfReadException Locked(bool passwordGiven) => new(ReadFailure.PasswordRequired, passwordGiven
        ? new Phrase(
            "文件设有密码，所提供的密码不能打开。请核对密码，或索取未加密的文件。",
            "The file is protected by a password, and the one given does not open it. Check it, or ask for a copy without protection.")
        : new Phrase(
            "文件设有密码。请用密码选项提供密码，或索取未加密的文件。",
            "The file is protected by a password. Give it with the password option, or ask for a copy without protection."));

    /// <param name="what">Names the handler or algorithm.</param>
    public static PdfReadException UnknownEncryption(Phrase what) => new(ReadFailure.UnsupportedEncryption, new Phrase(
        $"文件采用专用软件才能解开的加密（{what.Chinese}）。请索取未加密的文件。",
        $"The file is encrypted in a way that only its own software can undo ({what.English}). Ask for a copy without protection."));
}
