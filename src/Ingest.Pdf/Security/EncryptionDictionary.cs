using Ingest.Contract.Pages;
using Ingest.Contract.Text;
using Ingest.Pdf.Diagnosis;
using Ingest.Pdf.Objects;

namespace Ingest.Pdf.Security;

/// <summary>What the /Encrypt dictionary says (ISO 32000-2, tables 20 and 21).</summary>
internal sealed record EncryptionDictionary
{
    /// <summary>/R, 2 to 6.</summary>
    public required int Revision { get; init; }

    /// <summary>Bytes of the file's key.</summary>
    public required int KeyLength { get; init; }

    public required byte[] Owner { get; init; }

    public required byte[] User { get; init; }

    public required byte[] OwnerKey { get; init; }

    public required byte[] UserKey { get; init; }

    /// <summary>/P; written signed by some and unsigned by others, the same 32 bits.</summary>
    public required uint Permissions { get; init; }

    /// <summary>The first part of the file's /ID.</summary>
    public required byte[] FileId { get; init; }

    public required bool EncryptMetadata { get; init; }

    public required CryptMethod Strings { get; init; }

    public required CryptMethod Streams { get; init; }

    /// <summary>Methods by the names under which a stream's own /Crypt filter may ask for them.</summary>
    public required IReadOnlyDictionary<string, CryptMethod> Filters { get; init; }

    /// <exception cref="PdfReadException">Another handler, or a version that is not published.</exception>
    public static EncryptionDictionary Read(ObjectSource source, PdfDictionary dictionary, PdfDictionary trailer)
    {
        string handler = source.GetName(dictionary, "Filter") ?? "Standard";
        int version = Whole(source, dictionary, "V", 0);
        int revision = Whole(source, dictionary, "R", 0);
        if (handler != "Standard" || version is not (1 or 2 or 4 or 5) || revision is < 2 or > 6 || revision >= 5 != (version == 5))
            throw FileRefusals.UnknownEncryption(new Phrase($"加密方式 {handler}，版本 {version}，修订 {revision}", $"handler {handler}, version {version}, revision {revision}"));

        var filters = new Dictionary<string, CryptMethod> { ["Identity"] = CryptMethod.Identity };
        // /Length is for version 2; what some writers leave there in version 4 is not the key's.
        int bits = version switch { 1 => 40, 2 => Whole(source, dictionary, "Length", 40), _ => 128 };
        if (version >= 4)
            ReadFilters(source, dictionary, filters);
        return new EncryptionDictionary
        {
            Revision = revision,
            // Some write bytes where bits are meant.
            KeyLength = version == 5 ? 32 : Math.Clamp(bits < 40 ? bits : bits / 8, 5, 16),
            Owner = Bytes(source, dictionary, "O"),
            User = Bytes(source, dictionary, "U"),
            OwnerKey = Bytes(source, dictionary, "OE"),
            UserKey = Bytes(source, dictionary, "UE"),
            Permissions = unchecked((uint)(long)Math.Clamp(source.GetNumber(dictionary, "P", 0), int.MinValue, uint.MaxValue)),
            FileId = source.GetArray(trailer, "ID") is { Count: > 0 } id && source.Resolve(id[0]) is PdfString first ? first.Bytes.ToArray() : [],
            EncryptMetadata = source.Get(dictionary, "EncryptMetadata") is not PdfBoolean { Value: false },
            Strings = version < 4 ? CryptMethod.Rc4 : Method(source, dictionary, "StrF", filters),
            Streams = version < 4 ? CryptMethod.Rc4 : Method(source, dictionary, "StmF", filters),
            Filters = filters,
        };
    }

    private static void ReadFilters(ObjectSource source, PdfDictionary dictionary, Dictionary<string, CryptMethod> filters)
    {
        if (source.GetDictionary(dictionary, "CF") is not { } defined)
            return;
        foreach (string name in defined.Entries.Keys)
        {
            if (name == "Identity" || source.GetDictionary(defined, name) is not { } filter)
                continue;
            filters[name] = source.GetName(filter, "CFM") switch
            {
                null or "None" => CryptMethod.Identity,
                "V2" => CryptMethod.Rc4,
                "AESV2" => CryptMethod.Aes128,
                "AESV3" => CryptMethod.Aes256,
                string other => throw FileRefusals.UnknownEncryption(new Phrase($"加密算法 {other}", $"method {other}")),
            };
        }
    }

    private static CryptMethod Method(ObjectSource source, PdfDictionary dictionary, string key, Dictionary<string, CryptMethod> filters)
    {
        string name = source.GetName(dictionary, key) ?? "Identity";
        return filters.TryGetValue(name, out CryptMethod method) ? method : throw FileRefusals.UnknownEncryption(new Phrase($"加密过滤器 {name}", $"crypt filter {name}"));
    }

    private static int Whole(ObjectSource source, PdfDictionary dictionary, string key, int otherwise) =>
        (int)Math.Clamp(source.GetNumber(dictionary, key, otherwise), -1, 1 << 16);

    private static byte[] Bytes(ObjectSource source, PdfDictionary dictionary, string key) =>
        source.Get(dictionary, key) is PdfString value ? value.Bytes.ToArray() : [];
}
