namespace SdkGen.OAuth.Declaration;

/// <summary>An argument of an attribute.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A text as it is; anything else as the C# that means it.</param>
/// <param name="Number">The value of an enum, character, number or truth value.</param>
/// <param name="Items">The texts of an array.</param>
internal readonly record struct ArgumentModel(ArgumentKind Kind, string? Text, long Number = 0, EquatableArray<string> Items = default);

/// <summary>What an argument of an attribute is.</summary>
internal enum ArgumentKind
{
    Null,
    Text,
    Texts,
    Enum,
    Character,
    Number,
    Truth,
    Type,
}
