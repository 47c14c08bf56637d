namespace SdkGen.Endurance.Application;

/// <summary>The clock of a machine that is set wrong now and then. Time goes on as it does.</summary>
internal sealed class JumpingClock : TimeProvider
{
    public TimeSpan Offset { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
}
