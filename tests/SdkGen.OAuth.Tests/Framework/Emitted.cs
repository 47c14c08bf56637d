using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace SdkGen.OAuth.Tests;

/// <summary>
/// Everything that a program emits while it is there: logs of every level with their values, scopes and exceptions; activities with tags, events
/// and baggage; measurements with their tags.
/// </summary>
internal sealed class Emitted : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ActivityListener _activities;
    private readonly MeterListener _measurements = new();

    public Emitted()
    {
        _activities = new()
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_activities);
        _measurements.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "SdkGen.OAuth")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _measurements.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _measurements.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _measurements.Start();
    }

    /// <summary>The ids of the library's log entries.</summary>
    public ConcurrentQueue<int> Events { get; } = new();

    /// <summary>The names of the library's activities.</summary>
    public ConcurrentQueue<string> Activities { get; } = new();

    /// <summary>The measurements: the instrument with its tags.</summary>
    public ConcurrentQueue<string> Measurements { get; } = new();

    public string Text => string.Join('\n', _texts);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Keep(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Events.Enqueue(eventId.Id);
        _texts.Enqueue($"log {eventId}: {formatter(state, exception)} {exception}");
        Keep(state);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _measurements.Dispose();
    }

    private void Keep(object? state)
    {
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            _texts.Enqueue(string.Join(' ', values.Select(value => $"{value.Key}={value.Value}")));
        }
        else
        {
            _texts.Enqueue($"{state}");
        }
    }

    private void Keep(Activity activity)
    {
        if (activity.Source.Name == "SdkGen.OAuth")
        {
            Activities.Enqueue(activity.OperationName);
        }

        var text = new StringBuilder("activity ").Append(activity.OperationName).Append(' ').Append(activity.DisplayName).Append(' ').Append(activity.StatusDescription);
        foreach (var (name, value) in activity.TagObjects.Concat(activity.Events.SelectMany(happened => happened.Tags)).Concat(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value))))
        {
            text.Append(' ').Append(name).Append('=').Append(value);
        }

        _texts.Enqueue(text.ToString());
    }

    private void Keep<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder(instrument.Name);
        foreach (var tag in tags)
        {
            text.Append(' ').Append(tag.Key).Append('=').Append(tag.Value);
        }

        Measurements.Enqueue(text.ToString());
        _texts.Enqueue($"measurement {text} {value}");
    }
}
