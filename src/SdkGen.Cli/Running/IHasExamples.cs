namespace SdkGen.Cli.Running;

/// <summary>A command whose help shows what one would type.</summary>
internal interface IHasExamples
{
    /// <summary>Whole lines, without a prompt.</summary>
    IEnumerable<string> Examples { get; }
}
