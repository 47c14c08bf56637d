namespace SdkGen.OAuth.Protocol;

/// <summary>One <see cref="OAuthMemberAttribute"/>, made ready for use.</summary>
internal sealed class MemberRule(OAuthMemberAttribute declared)
{
    public string Name { get; } = declared.Name;

    public JsonPath Path { get; } = new(declared.From);

    public LifetimeUnit Unit { get; } = declared.Unit;

    public char Separator { get; } = declared.Separator;
}
