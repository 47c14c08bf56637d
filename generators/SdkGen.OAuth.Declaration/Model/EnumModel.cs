namespace SdkGen.OAuth.Declaration;

/// <summary>An enum of the user's that a request carries by name.</summary>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="Members">The C# names and what is sent for each.</param>
internal sealed record EnumModel(string Type, EquatableArray<EnumMember> Members);

/// <summary>A member of an enum and what is sent for it.</summary>
internal readonly record struct EnumMember(string Name, string SentAs);
