using System.CommandLine;
using System.Globalization;

namespace SdkGen.Cli.Inputs;

/// <summary>A time, as it is typed: <c>90</c>, <c>90s</c>, <c>5m</c>, <c>1h</c>.</summary>
internal static class Duration
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    public static Option<TimeSpan?> CreateOption(string name, string description) => new(name)
    {
        HelpName = "time",
        Description = description,
        CustomParser = result =>
        {
            if (Read(result.Tokens[0].Value) is { } time)
            {
                return time;
            }

            result.AddError($"'{result.Tokens[0].Value}' is no time for {name}: write 90, 90s, 5m or 1h, at most a day.");
            return null;
        },
    };

    private static TimeSpan? Read(string text)
    {
        var (digits, unit) = text switch
        {
            [.. var head, 's'] => (head, 1),
            [.. var head, 'm'] => (head, 60),
            [.. var head, 'h'] => (head, 3600),
            _ => (text, 1),
        };
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && TimeSpan.FromSeconds(Math.Min(number * unit, Longest.TotalSeconds + 1)) is var time && time > TimeSpan.Zero && time <= Longest
            ? time
            : null;
    }
}
