using Ingest.Store.LiteDb.Files;

namespace Ingest.Store.Tests.LiteDb;

/// <summary>
/// A database's files in memory, which remember every step that was taken on them: the power can be cut after
/// any of them. Their room can be bounded.
/// </summary>
internal sealed class SimulatedDisk : IDatabaseFiles
{
    private const int Sector = 512;

    private readonly List<Step> _steps = [];

    private readonly byte[][] _before;

    private readonly SimulatedFile[] _files;

    public SimulatedDisk()
        : this([[], []])
    {
    }

    private SimulatedDisk(byte[][] contents)
    {
        _before = contents;
        _files = [.. contents.Select((bytes, number) => new SimulatedFile(this, number, bytes))];
    }

    public string Path => "simulated.db";

    /// <summary>Steps taken so far.</summary>
    public int Steps => _steps.Count;

    /// <summary>False for a disk that says to have flushed and has not.</summary>
    public bool Flushes { get; init; } = true;

    /// <summary>Bytes that both files may take together.</summary>
    public long Room { get; set; } = long.MaxValue;

    public long Used => _files.Sum(file => file.Length);

    /// <summary>One test, one thread: nobody else is there.</summary>
    public IDisposable Lock(TimeSpan wait) => new SimulatedFile(this, 0, []);

    public IBlockFile OpenData(bool create) => _files[0];

    public IBlockFile OpenJournal(bool create) => _files[1];

    public byte[] Data
    {
        get => _files[0].Contents;
        set => _files[0].Contents = value;
    }

    public byte[] Journal
    {
        get => _files[1].Contents;
        set => _files[1].Contents = value;
    }

    /// <summary>
    /// The disk as it may be found when the power went after so many steps: of each file everything up to its
    /// last flush, and of what came later any part, whole writes or sectors of them.
    /// </summary>
    public SimulatedDisk AfterPowerCut(int steps, Random random)
    {
        // Cuts that keep nearly nothing, nearly everything, or half of it.
        double kept = (double[])[0.02, 0.5, 0.98] is var shares ? shares[random.Next(shares.Length)] : 0;
        return new SimulatedDisk([.. _before.Select((bytes, number) => File(bytes, number, steps, kept, random))]) { Flushes = Flushes };
    }

    private byte[] File(byte[] before, int number, int steps, double kept, Random random)
    {
        List<Step> own = [.. _steps.Take(steps).Where(step => step.File == number)];
        int safe = Flushes ? own.FindLastIndex(step => step.Kind == StepKind.Flush) : -1;
        var file = new SimulatedFile(new SimulatedDisk(), number, before);
        for (int i = 0; i < own.Count; i++)
            if (i <= safe)
                own[i].Repeat(file);
            else
                Survive(own[i], file, kept, random);
        return file.Contents;
    }

    private static void Survive(Step step, SimulatedFile file, double kept, Random random)
    {
        if (step.Kind != StepKind.Write || random.Next(2) == 0)
        {
            if (random.NextDouble() < kept)
                step.Repeat(file);
            return;
        }

        for (int from = 0; from < step.Bytes.Length; from += Sector)
            if (random.NextDouble() < kept)
                file.Write(step.Position + from, step.Bytes.AsSpan(from, Math.Min(Sector, step.Bytes.Length - from)));
    }

    private void Take(Step step) => _steps.Add(step);

    private enum StepKind
    {
        Write,
        SetLength,
        Flush,
    }

    private sealed record Step(int File, StepKind Kind, long Position, byte[] Bytes)
    {
        public void Repeat(SimulatedFile file)
        {
            if (Kind == StepKind.Write)
                file.Write(Position, Bytes);
            else if (Kind == StepKind.SetLength)
                file.SetLength(Position);
        }
    }

    private sealed class SimulatedFile(SimulatedDisk disk, int number, byte[] contents) : IBlockFile
    {
        private byte[] _bytes = [.. contents];

        private long _length = contents.Length;

        public long Length => _length;

        public byte[] Contents
        {
            get => _bytes[..(int)_length];
            set => (_bytes, _length) = (value, value.Length);
        }

        public int Read(long position, Span<byte> bytes)
        {
            int count = (int)Math.Clamp(_length - position, 0, bytes.Length);
            _bytes.AsSpan((int)position, count).CopyTo(bytes);
            return count;
        }

        public void Write(long position, ReadOnlySpan<byte> bytes)
        {
            long grown = Math.Max(0, position + bytes.Length - _length);
            if (disk.Used + grown > disk.Room)
                throw new IOException("No space left on device", OperatingSystem.IsWindows() ? 0x70 : 28);
            disk.Take(new Step(number, StepKind.Write, position, bytes.ToArray()));
            Grow(position + bytes.Length);
            bytes.CopyTo(_bytes.AsSpan((int)position));
        }

        public void SetLength(long length)
        {
            disk.Take(new Step(number, StepKind.SetLength, length, []));
            Grow(length);
            _bytes.AsSpan((int)length, (int)(_length - length)).Clear();
            _length = length;
        }

        public void Flush() => disk.Take(new Step(number, StepKind.Flush, 0, []));

        /// <summary>What is closed is opened again.</summary>
        public void Dispose()
        {
        }

        private void Grow(long length)
        {
            if (length > _bytes.Length)
                Array.Resize(ref _bytes, (int)Math.Max(length, _bytes.Length * 2L));
            _length = Math.Max(_length, length);
        }
    }
}
