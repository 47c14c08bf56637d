using System.Text.RegularExpressions;

namespace SdkGen.OAuth.Comparison;

/// <summary>One attack on one library.</summary>
internal sealed partial class Run(HostileProvider provider, ILibrary library, Action<string> explain)
{
    private const int MaxSeconds = 60;

    public MemoryLog Log { get; private set; } = null!;

    /// <summary>A client of a provider of its own.</summary>
    public ILibraryClient Create(Scenario scenario)
    {
        provider.Add(scenario);
        (var loggers, Log) = MemoryLog.Create();
        return library.Create(scenario, loggers);
    }

    /// <summary>What an operation says, or that the library refused: why, goes to the explanation beside the table.</summary>
    public async Task<string> OutcomeAsync(Func<Task<string>> operation)
    {
        try
        {
            return await operation().WaitAsync(TimeSpan.FromSeconds(MaxSeconds));
        }
        catch (Exception exception)
        {
            explain(Whitespace().Replace($"{exception.GetType().Name}: {exception.Message}", " "));
            
            // An exception that says nothing of OAuth refuses too, by chance.
            return exception is NullReferenceException or InvalidCastException or FormatException or ArgumentException or System.Text.Json.JsonException
                ? $"refuses ({exception.GetType().Name})"
                : "refuses";
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();
}
