using System.Text;

namespace Ingest.Pdf.Structure;

/// <summary>Finds a keyword again and again, from front to back, reading no byte twice.</summary>
internal sealed class KeywordSearch(string keyword, ReadOnlyMemory<byte> file)
{
    private readonly byte[] _keyword = Encoding.ASCII.GetBytes(keyword);
    private int _found = -1;

    /// <summary>Where the keyword is at or after a place; the file's length when it does not come again.</summary>
    /// <param name="position">Never before the place of an earlier call.</param>
    public int From(int position)
    {
        if (_found >= position)
            return _found;
        int offset = file.Span[position..].IndexOf(_keyword);
        return _found = offset < 0 ? file.Length : position + offset;
    }
}
