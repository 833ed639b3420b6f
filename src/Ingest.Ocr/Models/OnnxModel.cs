using Microsoft.ML.OnnxRuntime;

namespace Ingest.Ocr.Models;

/// <summary>A model that takes one tensor of floats and gives one.</summary>
internal sealed class OnnxModel : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    /// <param name="threads">For one inference.</param>
    public OnnxModel(string path, int threads)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            // Shapes differ from line to line: what is kept for one is no use for the next, and only grows.
            EnableMemoryPattern = false,
        };
        _session = new InferenceSession(path, options);
        _inputs = [_session.InputMetadata.Keys.Single()];
        _outputs = [_session.OutputMetadata.Keys.Single()];
    }

    /// <summary>Takes what it needs from the values of an inference, which are gone afterwards.</summary>
    /// <param name="shape">Of the values.</param>
    public delegate T Take<T>(ReadOnlySpan<float> values, long[] shape);

    /// <summary>May be called from several threads at once.</summary>
    public T Run<T>(float[] values, long[] shape, Take<T> take, CancellationToken cancellation)
    {
        using var run = new RunOptions();
        using CancellationTokenRegistration stop = cancellation.Register(() => run.Terminate = true);
        try
        {
            using OrtValue input = OrtValue.CreateTensorValueFromMemory(values, shape);
            using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(run, _inputs, [input], _outputs);
            OrtValue output = outputs[0];
            return take(output.GetTensorDataAsSpan<float>(), output.GetTensorTypeAndShape().Shape);
        }
        catch (OnnxRuntimeException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }

    public void Dispose() => _session.Dispose();
}
