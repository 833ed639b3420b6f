using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Ingest.Review.Safety;

/// <summary>
/// Who may review: names and PBKDF2 hashes (HMAC-SHA512, 210,000 rounds, a salt of 128 bits each) in a file that only its owner
/// may read. No password is kept.
/// </summary>
public sealed class Reviewers(string path)
{
    /// <summary>As OWASP asks of PBKDF2 with SHA-512 since 2023.</summary>
    private const int Rounds = 210_000;

    public const int ShortestPassword = 10;

    private static readonly PasswordHasher<string> _hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));

    /// <summary>Of a name that nobody has: it takes as long to refuse as another.</summary>
    private static readonly string _nobody = _hasher.HashPassword("", Guid.NewGuid().ToString());

    private static readonly JsonSerializerOptions _format = new() { WriteIndented = true };

    public string Path => path;

    public bool Any => Read().Count > 0;

    public IReadOnlyList<string> Names => [.. Read().Keys];

    /// <summary>Adds a reviewer, or gives one a new password.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Set(string name, string password)
    {
        SortedDictionary<string, string> all = Read();
        all[name] = _hasher.HashPassword(name, password);
        Write(all);
    }

    /// <returns>False when there is none of that name.</returns>
    public bool Remove(string name)
    {
        SortedDictionary<string, string> all = Read();
        if (!all.Remove(name))
            return false;
        Write(all);
        return true;
    }

    public bool Knows(string name, string password)
    {
        string? hash = Read().GetValueOrDefault(name);
        bool matches = _hasher.VerifyHashedPassword(name, hash ?? _nobody, password) != PasswordVerificationResult.Failed;
        return hash is not null && matches;
    }

    private SortedDictionary<string, string> Read() => new(
        File.Exists(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) ?? [] : [], StringComparer.Ordinal);

    /// <summary>In one step: a reader sees the old file or the new one.</summary>
    private void Write(SortedDictionary<string, string> all)
    {
        string draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(file, all, _format);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
