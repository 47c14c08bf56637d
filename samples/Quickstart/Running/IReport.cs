namespace Quickstart.Running;

/// <summary>Runs steps and shows how they go.</summary>
internal interface IReport
{
    /// <summary>Runs steps, one after another.</summary>
    /// <param name="steps">The steps; each is asked for when the one before it has ended.</param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <returns>How they ended.</returns>
    Task<Tally> RunAsync(IEnumerable<Step> steps, CancellationToken cancellationToken);

    /// <summary>Shows a line while a step runs: something for the user to do.</summary>
    /// <param name="text">The line.</param>
    void Say(string text);
}
