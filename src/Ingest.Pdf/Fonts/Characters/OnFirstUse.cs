namespace Ingest.Pdf.Fonts.Characters;

/// <summary>
/// A value made when it is first asked for. Unlike <see cref="Lazy{T}"/> it does not remember that making
/// it failed: a cancelled or timed-out page must not spoil the font for the next one. For one thread.
/// </summary>
internal sealed class OnFirstUse<T>(Func<T> make)
{
    private Func<T>? _make = make;
    private T? _value;

    public T Value
    {
        get
        {
            if (_make is not null)
            {
                _value = _make();
                _make = null;
            }

            return _value!;
        }
    }
}
