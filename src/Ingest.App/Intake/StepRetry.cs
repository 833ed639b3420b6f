using Ingest.App.Configuration;
using Ingest.App.Words;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Ingest.App.Intake;

/// <summary>
/// Everything that is done to the store and to the folders goes through here: tried again with growing,
/// jittered pauses when the failure may pass, and not at all for a while when failures pile up.
/// </summary>
internal sealed partial class StepRetry
{
    /// <summary>Two steps in a row that failed at every attempt: no chance event of one file.</summary>
    private const int FailuresToPause = 2;

    private readonly ILogger _log;

    private readonly FlowMetrics _metrics;

    private readonly TimeProvider _clock;

    private readonly ResiliencePipeline _retries;

    private readonly ResiliencePipeline _retriesAndPauses;

    private readonly TimeSpan _delay, _pause;

    /// <summary>Timestamp of the last failure that began a pause; 0 when there was none.</summary>
    private long _pausedAt;

    public StepRetry(RetrySettings settings, TimeProvider clock, FlowMetrics metrics, ILogger log)
    {
        (_log, _metrics, _clock, _delay, _pause) = (log, metrics, clock, settings.Delay, settings.Pause);
        var transient = new PredicateBuilder().Handle<Exception>(Faults.MayPass);
        var retry = new RetryStrategyOptions
        {
            ShouldHandle = transient,
            MaxRetryAttempts = settings.Attempts,
            Delay = settings.Delay,
            MaxDelay = settings.Pause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            OnRetry = OnRetry,
        };
        _retries = new ResiliencePipelineBuilder { Name = "questions", TimeProvider = clock }.AddRetry(retry).Build();
        // The breaker is outside: it counts steps that were given up, not attempts of one step.
        _retriesAndPauses = new ResiliencePipelineBuilder { Name = "changes", TimeProvider = clock }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                ShouldHandle = transient,
                FailureRatio = 0.5,
                MinimumThroughput = FailuresToPause,
                SamplingDuration = settings.Pause * 4,
                BreakDuration = settings.Pause,
                OnOpened = OnOpened,
            })
            .AddRetry(retry)
            .Build();
    }

    /// <summary>
    /// How long nothing will be tried because failures have piled up; zero when there is no pause. The
    /// circuit itself would say that it is open until somebody tries.
    /// </summary>
    public TimeSpan PauseLeft
    {
        get
        {
            long pausedAt = Interlocked.Read(ref _pausedAt);
            TimeSpan left = pausedAt == 0 ? TimeSpan.Zero : _pause - _clock.GetElapsedTime(pausedAt);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Until something is tried again; a little at least, since after a pause one step is tried alone and the others only when it is through.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        do
            await Task.Delay(PauseLeft > _delay ? PauseLeft : _delay, _clock, cancellation);
        while (PauseLeft > TimeSpan.Zero);
    }

    /// <summary>A change of the store or of folders of this program.</summary>
    /// <exception cref="BrokenCircuitException">Nothing is tried for now.</exception>
    public async Task<T> TryAsync<T>(Func<T> step, CancellationToken cancellation) =>
        await _retriesAndPauses.ExecuteAsync(_ => ValueTask.FromResult(step()), cancellation);

    /// <inheritdoc cref="TryAsync{T}"/>
    public async Task TryAsync(Action step, CancellationToken cancellation) => await TryAsync(Finished(step), cancellation);

    /// <summary>Without pauses: a step on one file that others may hold, or a question to the store, says nothing of whether other work can be done.</summary>
    public async Task<T> RetryAsync<T>(Func<T> step, CancellationToken cancellation) =>
        await _retries.ExecuteAsync(_ => ValueTask.FromResult(step()), cancellation);

    /// <inheritdoc cref="RetryAsync{T}"/>
    public async Task RetryAsync(Action step, CancellationToken cancellation) => await RetryAsync(Finished(step), cancellation);

    private static Func<bool> Finished(Action step) => () =>
    {
        step();
        return true;
    };

    private ValueTask OnRetry(OnRetryArguments<object> retry)
    {
        _metrics.Retried();
        LogRetry(PersonalNumbers.Mask(retry.Outcome.Exception!.Message), retry.AttemptNumber + 1, retry.RetryDelay);
        return ValueTask.CompletedTask;
    }

    private ValueTask OnOpened(OnCircuitOpenedArguments<object> opened)
    {
        Interlocked.Exchange(ref _pausedAt, _clock.GetTimestamp());
        LogPause(PersonalNumbers.Mask(opened.Outcome.Exception!.Message), opened.BreakDuration);
        return ValueTask.CompletedTask;
    }

    [LoggerMessage(201, LogLevel.Warning, "{Problem} Trying again (attempt {Attempt} failed, pause {Delay})")]
    private partial void LogRetry(string problem, int attempt, TimeSpan delay);

    [LoggerMessage(202, LogLevel.Error, "Failures pile up, the last being: {Problem} Nothing is tried for {Pause}; no file is lost")]
    private partial void LogPause(string problem, TimeSpan pause);
}
