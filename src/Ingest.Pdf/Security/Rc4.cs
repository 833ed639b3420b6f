namespace Ingest.Pdf.Security;

/// <summary>The RC4 stream cipher, which the base class library no longer has; encrypting is decrypting.</summary>
internal static class Rc4
{
    public static byte[] Apply(ReadOnlySpan<byte> key, ReadOnlySpan<byte> data)
    {
        Span<byte> state = stackalloc byte[256];
        for (int i = 0; i < state.Length; i++)
            state[i] = (byte)i;
        int swap = 0;
        for (int i = 0; i < state.Length; i++)
        {
            swap = (swap + state[i] + key[i % key.Length]) & 0xFF;
            (state[i], state[swap]) = (state[swap], state[i]);
        }

        var result = new byte[data.Length];
        int at = 0;
        swap = 0;
        for (int i = 0; i < data.Length; i++)
        {
            at = (at + 1) & 0xFF;
            swap = (swap + state[at]) & 0xFF;
            (state[at], state[swap]) = (state[swap], state[at]);
            result[i] = (byte)(data[i] ^ state[(state[at] + state[swap]) & 0xFF]);
        }

        return result;
    }
}
