using System.CommandLine;
using SdkGen.Cli.Output;

namespace SdkGen.Cli.Running;

/// <summary>
/// A command: what may be typed, what one would type, and what is done with it. In which form results are written, how it fails and how
/// it is interrupted is the same for all of them, and is here.
/// </summary>
internal abstract class ToolCommand : Command, IHasExamples
{
    private readonly Option<OutputFormat> _format;
    private readonly Option<bool> _quiet = new("--quiet", "-q");
    private readonly string[] _examples;

    /// <param name="name">What is typed.</param>
    /// <param name="description">A sentence for the help.</param>
    /// <param name="examples">Whole lines that one would type; the first one stands for the command.</param>
    /// <param name="quiet">What <c>--quiet</c> leaves over, for the help.</param>
    /// <param name="formats">Formats of this command alone: <see cref="OutputFormat.Name"/> is then theirs, and the command writes them.</param>
    protected ToolCommand(string name, string description, string[] examples, string quiet = "Print no table, but what is most needed of it.", string[]? formats = null)
        : base(name, description)
    {
        _examples = examples;
        _quiet.Description = quiet;
        _format = OutputFormat.CreateOption(formats ?? []);
        SetAction(GuardAsync);
    }

    /// <inheritdoc />
    public IEnumerable<string> Examples => _examples;

    /// <summary>Does what the command is for.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    protected abstract Task<int> RunAsync(Run run, CancellationToken cancellationToken);

    /// <summary>Adds the command's options; those that all commands have come last in the help.</summary>
    protected void Add(params Option[] options)
    {
        foreach (var option in options.Append(_format).Append(_quiet))
        {
            Options.Remove(option);
            Options.Add(option);
        }
    }

    private async Task<int> GuardAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var notes = new Notes();
        var format = arguments.GetValue(_format) ?? OutputFormat.Table;
        try
        {
            return await RunAsync(new(arguments, new(format, arguments.GetValue(_quiet)), notes), cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            notes.Say("Stopped.");
            return ExitCode.Interrupted;
        }
        catch (Exception exception) when (Failure.Of(exception) is { } failure)
        {
            notes.Fail(failure);
            return failure.ExitCode;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Only the kind: nobody knows what is in the text.
            notes.Fail(new($"This is a mistake in the tool: {exception.GetType().Name} in {exception.TargetSite?.DeclaringType?.Name}.", "Please report it, with what you typed.", ExitCode.Failure));
            return ExitCode.Failure;
        }
    }
}
