using System.CommandLine;
using System.Globalization;

namespace SdkGen.Cli.Inputs;

/// <summary>A whole number, as it is typed.</summary>
internal static class Number
{
    public static Option<int?> CreateOption(string name, string[] aliases, string helpName, string description, int least, int most) => new(name, aliases)
    {
        HelpName = helpName,
        Description = description,
        CustomParser = result =>
        {
            if (int.TryParse(result.Tokens[0].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= least && number <= most)
            {
                return number;
            }

            result.AddError($"{name} is a number from {least} to {most}.");
            return null;
        },
    };
}
