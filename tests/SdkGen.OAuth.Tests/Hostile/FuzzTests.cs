using SdkGen.OAuth.Fuzzing;

namespace SdkGen.OAuth.Tests.Hostile;

/// <summary>
/// Whatever a provider or a browser sends, the outcome is the documented result or an <see cref="OAuthException"/>, in bounded time and
/// memory. This is the beginning of what <c>tests/SdkGen.OAuth.Fuzzing</c> does at length.
/// </summary>
public sealed class FuzzTests
{
    public static TheoryData<string> Targets { get; } = [.. FuzzTarget.All.Select(target => target.Name)];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task No_input_does_what_none_may_do(string name)
    {
        var target = FuzzTarget.All.Single(target => target.Name == name);
        Assert.Null(await new FuzzRun(target).RunAsync(first: 1, count: 200 + (10 * target.Share)));
    }

    [Fact]
    public async Task What_none_may_do_is_found()
    {
        var target = new FuzzTarget("faulty", 1, ["abc"], (input, _) => input.Length == 2 ? throw new FormatException() : Task.CompletedTask);
        var finding = await new FuzzRun(target).RunAsync(first: 1, count: 1000);
        Assert.Contains(nameof(FormatException), finding!.What, StringComparison.Ordinal);
        Assert.Equal(2, finding.Input.Length);
        Assert.Equal(finding.Input, (await new FuzzRun(target).RunAsync(finding.Seed, 1))!.Input);
    }
}
