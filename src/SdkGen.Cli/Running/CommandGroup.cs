using System.CommandLine;

namespace SdkGen.Cli.Running;

/// <summary>A name that stands before other commands.</summary>
internal sealed class CommandGroup : Command, IHasExamples
{
    public CommandGroup(string name, string description, params Command[] commands)
        : base(name, description)
    {
        foreach (var command in commands)
        {
            Subcommands.Add(command);
        }
    }

    /// <inheritdoc />
    public IEnumerable<string> Examples => Subcommands.OfType<IHasExamples>().Select(command => command.Examples.First());
}
