namespace SdkGen.OAuth.Fuzzing;

/// <summary>An input that did what none may do.</summary>
/// <param name="Target">What read it.</param>
/// <param name="Seed">The number by which the input is made again.</param>
/// <param name="Input">The input.</param>
/// <param name="What">What happened.</param>
public sealed record Finding(string Target, long Seed, byte[] Input, string What)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"--target \"{Target}\" --seed {Seed} --inputs 1: {What}{Environment.NewLine}  input (base64): {Convert.ToBase64String(Input.AsSpan(0, Math.Min(Input.Length, 2048)))}";
}
