using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Comparison;

/// <summary>A log at the level Trace, kept as a text for each level. What the web server says of its requests is not the library's.</summary>
internal sealed class MemoryLog : ILoggerProvider
{
    private readonly ConcurrentDictionary<LogLevel, StringBuilder> _texts = new();

    /// <summary>The levels, from those that are on everywhere to those that are on in a hunt for a mistake.</summary>
    public IEnumerable<LogLevel> Levels => _texts.Keys.OrderDescending();

    public static (ILoggerFactory Factory, MemoryLog Log) Create()
    {
        var log = new MemoryLog();
        return (LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log)), log);
    }

    public string At(LogLevel level)
    {
        var text = _texts[level];
        lock (text)
        {
            return text.ToString();
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal));

    public void Dispose()
    {
    }

    private sealed class Logger(MemoryLog log, bool isWebServer) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => !isWebServer;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!isWebServer)
            {
                var text = log._texts.GetOrAdd(logLevel, _ => new());
                lock (text)
                {
                    text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());
                }
            }
        }
    }
}
