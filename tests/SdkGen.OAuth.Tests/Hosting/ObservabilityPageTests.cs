using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using SdkGen.OAuth.Hosting;

namespace SdkGen.OAuth.Tests.Hosting;

/// <summary>The page about observability has a row for each log event, instrument and activity, and no other.</summary>
public sealed class ObservabilityPageTests
{
    [Fact]
    public void The_page_lists_every_event_with_its_level()
    {
        var events = typeof(OAuthLog).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(message => $"{message.EventId} {message.EventName} {message.Level}")
            .ToList();

        Assert.NotEmpty(events);
        Assert.Equal(events.Order(StringComparer.Ordinal), Rows("Log events").Select(cells => $"{cells[1]} {cells[2].Trim('`')} {cells[3]}").Order(StringComparer.Ordinal));
        Assert.Equal(events.Count, events.Select(text => text.Split(' ')[0]).Distinct().Count());
    }

    [Fact]
    public void The_page_lists_every_instrument_with_its_unit()
    {
        Instrument[] instruments = [OAuthTelemetry.RequestDuration, OAuthTelemetry.TokenDuration, OAuthTelemetry.Lookups, OAuthTelemetry.SharedFailures];
        var published = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == OAuthTelemetry.Name)
                {
                    published.Add(instrument);
                }
            },
        };
        listener.Start();

        Assert.Equal(instruments.Select(instrument => instrument.Name).Order(), published.Select(instrument => instrument.Name).Distinct().Order());
        Assert.Equal(
            instruments.Select(instrument => $"{instrument.Name} {instrument.Unit}").Order(StringComparer.Ordinal),
            Rows("Metrics").Select(cells => $"{cells[1].Trim('`')} {cells[3].Trim('`')}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_page_lists_every_activity() =>
        Assert.Equal(["oauth.client.request", "oauth.client.token"], Rows("Activities").Select(cells => cells[1].Trim('`')));

    /// <summary>The rows of the table below a heading.</summary>
    private static List<string[]> Rows(string heading)
    {
        var section = File.ReadAllText(FindPage()).ReplaceLineEndings("\n").Split("\n## ").Single(part => part.StartsWith(heading + "\n", StringComparison.Ordinal));
        return
        [
            .. section.Split('\n')
                .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => char.IsDigit(cells[1][0]) || cells[1].StartsWith("`oauth.client", StringComparison.Ordinal)),
        ];
    }

    private static string FindPage([CallerFilePath] string file = "")
    {
        var start = File.Exists(file) ? Path.GetDirectoryName(file) : AppContext.BaseDirectory;
        for (var directory = start; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            var page = Path.Combine(directory, "docs", "guides", "observability.md");
            if (File.Exists(page))
            {
                return page;
            }
        }

        throw new FileNotFoundException($"There is no docs/guides/observability.md above '{start}'.");
    }
}
