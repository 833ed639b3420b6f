using System.Globalization;
using System.Text;
using Ingest.Cluster.Files;

namespace Ingest.Cluster;

/// <summary>
/// How often a document was begun by workers that did not come to its end, in a file beside it. The broker counts deliveries, and delivers what
/// a dying worker had only waiting, or read beside another: those are not the documents that it died of.
/// </summary>
internal sealed class TriesNote(ISharedFiles files, ReadDocument asked)
{
    private readonly string _name = asked.Document + ".tries";

    /// <summary>Before a document is begun that was delivered before.</summary>
    /// <returns>How often it was begun before: the first time leaves no note, since hardly any document needs one.</returns>
    public async Task<int> BeginAsync(CancellationToken cancellation)
    {
        int before = await files.FindAsync(_name, cancellation) is { } note && int.TryParse(Encoding.ASCII.GetString(note), NumberStyles.None, CultureInfo.InvariantCulture, out int noted) ? noted : 1;
        await files.PutAsync(_name, Encoding.ASCII.GetBytes((before + 1).ToString(CultureInfo.InvariantCulture)), cancellation);
        return before;
    }

    /// <summary>It came to an end; a note that stays is tidied up later.</summary>
    public async Task ForgetAsync()
    {
        try
        {
            await files.DeleteAsync(_name, CancellationToken.None);
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
    }
}
