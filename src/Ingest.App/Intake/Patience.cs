using Ingest.App.Configuration;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Ingest.App.Intake;

/// <summary>
/// Everything that is done to the store and to the folders goes through here: tried again with growing,
/// jittered pauses when the failure may pass, and not at all for a while when failures pile up.
/// </summary>
internal sealed partial class Patience
{
    private readonly ILogger _log;

    private readonly FlowMetrics _metrics;

    private readonly CircuitBreakerStateProvider _state = new();

    private readonly ResiliencePipeline _pipeline;

    public Patience(RetrySettings settings, TimeProvider clock, FlowMetrics metrics, ILogger log)
    {
        (_log, _metrics) = (log, metrics);
        var transient = new PredicateBuilder().Handle<Exception>(Faults.MayPass);
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = transient,
                MaxRetryAttempts = settings.Attempts,
                Delay = settings.Delay,
                MaxDelay = settings.Pause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                OnRetry = OnRetry,
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = transient,
                FailureRatio = 0.9,
                MinimumThroughput = Math.Max(2, settings.Attempts),
                SamplingDuration = settings.Pause * 2,
                BreakDuration = settings.Pause,
                StateProvider = _state,
                OnOpened = OnOpened,
            })
            .Build();
    }

    /// <summary>False while nothing is tried because failures have piled up.</summary>
    public bool IsOpenForWork => _state.CircuitState is CircuitState.Closed or CircuitState.HalfOpen;

    public async Task<T> TryAsync<T>(Func<T> step, CancellationToken cancellation) =>
        await _pipeline.ExecuteAsync(_ => ValueTask.FromResult(step()), cancellation);

    public async Task TryAsync(Action step, CancellationToken cancellation) => await _pipeline.ExecuteAsync(
        _ =>
        {
            step();
            return ValueTask.CompletedTask;
        },
        cancellation);

    private ValueTask OnRetry(OnRetryArguments<object> retry)
    {
        _metrics.Retried();
        LogRetry(retry.Outcome.Exception!.Message, retry.AttemptNumber + 1, retry.RetryDelay);
        return ValueTask.CompletedTask;
    }

    private ValueTask OnOpened(OnCircuitOpenedArguments<object> opened)
    {
        LogPause(opened.Outcome.Exception!.Message, opened.BreakDuration);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(201, LogLevel.Warning, "{Problem} Trying again (attempt {Attempt} failed, pause {Delay})")]
    private partial void LogRetry(string problem, int attempt, TimeSpan delay);

    [LoggerMessage(202, LogLevel.Error, "Failures pile up, the last being: {Problem} Nothing is tried for {Pause}; no file is lost")]
    private partial void LogPause(string problem, TimeSpan pause);
}
