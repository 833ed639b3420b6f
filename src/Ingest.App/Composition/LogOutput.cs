using Ingest.App.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Ingest.App.Composition;

/// <summary>Logs go to standard error, so that standard output holds results only.</summary>
internal static class LogOutput
{
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";

    public static void AddTo(ILoggingBuilder logging, LogSettings settings)
    {
        logging.SetMinimumLevel(Enum.Parse<LogLevel>(settings.Level, ignoreCase: true)).AddFilter("Microsoft", LogLevel.Warning);
        logging.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        if (settings.Format == "json")
            logging.AddJsonConsole(options => (options.TimestampFormat, options.UseUtcTimestamp) = (TimeFormat, true));
        else
            logging.AddSimpleConsole(options => (options.TimestampFormat, options.UseUtcTimestamp, options.SingleLine, options.ColorBehavior) = (TimeFormat, true, true, LoggerColorBehavior.Disabled));
    }
}
