using System.Collections.Concurrent;
using System.Globalization;

namespace SdkGen.Endurance;

/// <summary>What was counted, and what must not have happened.</summary>
internal sealed class Verdict
{
    private const int MaxTold = 10;

    private readonly ConcurrentDictionary<string, long> _counts = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _violations = new();
    private int _violationCount;

    /// <summary>How often each thing happened, by its name.</summary>
    public IEnumerable<KeyValuePair<string, long>> Counts => _counts.OrderBy(count => count.Key, StringComparer.Ordinal);

    /// <summary>The first of the things that must not happen.</summary>
    public IReadOnlyList<string> Violations => [.. _violations];

    public int ViolationCount => _violationCount;

    public long this[string name] => _counts.GetValueOrDefault(name);

    public void Count(string name) => _counts.AddOrUpdate(name, 1, (_, count) => count + 1);

    public void Note(string name, double value) => _counts[name] = (long)Math.Round(value);

    /// <summary>Something that no fault excuses.</summary>
    public void Violated(string what)
    {
        if (Interlocked.Increment(ref _violationCount) <= MaxTold)
        {
            _violations.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss} {what}"));
        }
    }
}
