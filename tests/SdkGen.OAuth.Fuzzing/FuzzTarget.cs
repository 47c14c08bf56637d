namespace SdkGen.OAuth.Fuzzing;

/// <summary>Something that reads what strangers write.</summary>
/// <param name="Name">What is read.</param>
/// <param name="Share">How many of a thousand inputs of a run are for this target: those that cost little get many.</param>
/// <param name="Seeds">Well formed inputs, from which the others are made.</param>
/// <param name="ReadAsync">
/// Reads one input; the mutations are for further choices that belong to it. To refuse it with an <see cref="OAuthException"/> is right;
/// everything else that is thrown is a finding.
/// </param>
public sealed record FuzzTarget(string Name, int Share, string[] Seeds, Func<byte[], Mutations, Task> ReadAsync)
{
    /// <summary>How many bytes may be allocated for an input: a constant, and so many for each of its bytes.</summary>
    public (long Constant, long PerByte) Memory { get; init; } = (256 * 1024, 1000);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } = [.. Targets.Parsers.All, .. Targets.Messages.All, .. Targets.SignIn.All];

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A property that has to hold.</summary>
    internal static void Require(bool holds, string property)
    {
        if (!holds)
        {
            throw new FindingException(property);
        }
    }
}
