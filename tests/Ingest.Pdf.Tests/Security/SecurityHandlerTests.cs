using System.Text;
using Ingest.Contract.Pages;
using Ingest.Pdf.Objects;
using Ingest.Pdf.Security;
using Ingest.Pdf.Tests.Objects;

namespace Ingest.Pdf.Tests.Security;

public sealed class SecurityHandlerTests
{
    private const string Content = "BT /F1 12 Tf 72 700 Td (Confidential 12.50) Tj ET";

    public static TheoryData<string, string?> Openings => new()
    {
        { "r2", "user" }, { "r2", "owner" },
        { "r3", "user" }, { "r3", "owner" },
        { "r4-rc4", "user" }, { "r4-rc4", "owner" },
        { "r4-aes", "user" }, { "r4-aes", "owner" },
        { "r4-plain-metadata", "user" },
        { "r4-object-streams", "user" }, { "r4-object-streams", "owner" },
        { "r5", "user" }, { "r5", "owner" },
        { "r6", "user" }, { "r6", "owner" },
        { "r6-object-streams", "user" }, { "r6-object-streams", "owner" },
        { "r6-unicode", "密码" }, { "r6-unicode", "主人" },
        { "r6-no-user", null }, { "r6-no-user", "" }, { "r6-no-user", "owner" }, { "r6-no-user", "wrong" },
    };

    [Theory]
    [MemberData(nameof(Openings))]
    public void Strings_and_streams_are_decrypted(string name, string? password)
    {
        OpenedFile file = Open(name, password);

        Assert.Equal(Content, file.Content(0));
        Assert.Equal("Secret title", file.File.Properties.Title);
        Assert.True(file.File.Properties.IsEncrypted);
        Assert.Empty(file.Codes);
    }

    [Theory]
    [InlineData("r4-aes")]
    [InlineData("r4-plain-metadata")]
    [InlineData("r6")]
    [InlineData("r6-no-user")]
    public void Metadata_are_read_whether_they_are_encrypted_or_not(string name)
    {
        OpenedFile file = Open(name, "owner");

        string metadata = Encoding.UTF8.GetString(file.Objects.Decode(file.Objects.GetStream(file.File.Catalog, "Metadata")!).Span);

        Assert.StartsWith("<x:xmpmeta", metadata, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r2")]
    [InlineData("r3")]
    [InlineData("r4-aes")]
    [InlineData("r5")]
    [InlineData("r6")]
    public void Without_the_password_the_file_stays_closed(string name)
    {
        var missing = Assert.Throws<PdfReadException>(() => Open(name, null));
        var wrong = Assert.Throws<PdfReadException>(() => Open(name, "guess"));

        Assert.Equal(ReadFailure.PasswordRequired, missing.Failure);
        Assert.Equal(ReadFailure.PasswordRequired, wrong.Failure);
        Assert.Contains("Give it", missing.Message, StringComparison.Ordinal);
        Assert.Contains("does not open it", wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/Filter /Adobe.PubSec /V 4 /R 4")]
    [InlineData("/Filter /Standard /V 3 /R 3")]
    [InlineData("/Filter /Standard /V 5 /R 7")]
    [InlineData("/Filter /Standard /V 5 /R 4")]
    [InlineData("/Filter /Standard")]
    [InlineData("/Filter /Standard /V 4 /R 4 /CF << /X << /CFM /New >> >> /StmF /X /StrF /X")]
    [InlineData("/Filter /Standard /V 4 /R 4 /StmF /Undefined /StrF /Identity")]
    public void Other_ways_of_encryption_are_refused_with_a_reason(string encrypt)
    {
        byte[] bytes = PdfBuilder.WithPages("").Object(20, $"<< {encrypt} /O (x) /U (y) /P -1 >>").XrefTable("/Root 1 0 R /Encrypt 20 0 R").ToArray();

        var refused = Assert.Throws<PdfReadException>(() => new OpenedFile(bytes));

        Assert.Equal(ReadFailure.UnsupportedEncryption, refused.Failure);
        Assert.Contains("copy without protection", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_that_are_too_short_open_nothing()
    {
        byte[] bytes = PdfBuilder.WithPages("").Object(20, "<< /Filter /Standard /V 5 /R 6 /O () /U () /OE () /UE () /P 0 >>").XrefTable("/Root 1 0 R /Encrypt 20 0 R").ToArray();

        Assert.Equal(ReadFailure.PasswordRequired, Assert.Throws<PdfReadException>(() => new OpenedFile(bytes)).Failure);
    }

    [Fact]
    public void The_identity_filter_leaves_streams_alone()
    {
        OpenedFile file = Open(Edit("r4-aes", "/StmF /StdCF", "/StmF /Identity"), "user");
        PdfStream content = file.Objects.GetStream(file.Page(0).Dictionary, "Contents")!;

        Assert.Equal("Secret title", file.File.Properties.Title);
        Assert.NotEmpty(content.Raw.ToArray());
        Assert.Equal(0, content.Cipher!.DecryptStream(content.Raw, content, null).Span.SequenceCompareTo(content.Raw.Span));
    }

    [Fact]
    public void A_stream_may_ask_for_a_filter_of_its_own()
    {
        OpenedFile file = Open("r4-aes", "user");
        PdfStream content = file.Objects.GetStream(file.Page(0).Dictionary, "Contents")!;

        ReadOnlyMemory<byte> alone = content.Cipher!.DecryptStream(content.Raw, content, "Identity");
        ReadOnlyMemory<byte> named = content.Cipher.DecryptStream(content.Raw, content, "StdCF");

        Assert.True(alone.Span.SequenceEqual(content.Raw.Span));
        Assert.False(named.Span.SequenceEqual(content.Raw.Span));
    }

    // /Length belongs to version 2. In version 4 other readers take no notice of it.
    [Theory]
    [InlineData("r4-rc4", "/Length 40")]
    [InlineData("r4-aes", "/Length 40")]
    [InlineData("r4-aes", "/Length 256")]
    public void The_key_of_version_4_is_as_long_as_ever(string name, string length)
    {
        Assert.Equal(Content, Open(Edit(name, "/Length 128", length), "user").Content(0));
    }

    [Fact]
    public void A_damaged_file_is_decrypted_all_the_same()
    {
        OpenedFile file = Open(Edit("r6-object-streams", "startxref", "startxxxx"), "user");

        Assert.Equal(Content, file.Content(0));
        Assert.Contains("rebuilt-structure", file.Codes);
    }

    [Fact]
    public void Rc4_gives_its_published_values()
    {
        Assert.Equal("BBF316E8D940AF0AD3", Convert.ToHexString(Rc4.Apply("Key"u8, "Plaintext"u8)));
        Assert.Equal("45A01F645FC35B383552544B9BF5", Convert.ToHexString(Rc4.Apply("Secret"u8, "Attack at dawn"u8)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(31)]
    [InlineData(33)]
    public void Aes_data_of_any_length_are_decrypted_without_harm(int length)
    {
        ReadOnlyMemory<byte> plain = AesCbc.Decrypt(new byte[16], new byte[length]);

        Assert.True(plain.Length <= Math.Max(0, length - 16));
    }

    private static OpenedFile Open(string name, string? password) => Open(Read(name), password);

    private static OpenedFile Open(byte[] bytes, string? password) => new(bytes, new ReadingOptions { Password = password });

    private static byte[] Read(string name) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Security", "Files", name + ".pdf"));

    private static byte[] Edit(string name, string from, string to)
    {
        string text = Encoding.Latin1.GetString(Read(name));
        Assert.Contains(from, text, StringComparison.Ordinal);
        return PdfBuilder.Latin(text.Replace(from, to, StringComparison.Ordinal));
    }
}
