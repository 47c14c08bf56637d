namespace SdkGen.OAuth.Declaration;

/// <summary>
/// What an interface of the library declares. It is read once per metadata symbol, so equal ones are almost always the same object: all but
/// after a change of the references, when the symbols are new and say what they said before.
/// </summary>
internal sealed class ContractModel(string name, EquatableArray<MethodModel> methods) : IEquatable<ContractModel>
{
    /// <summary>The interface without namespace and type arguments.</summary>
    public string Name { get; } = name;

    public EquatableArray<MethodModel> Methods { get; } = methods;

    public bool Equals(ContractModel? other) =>
        ReferenceEquals(this, other) || (other is not null && Name == other.Name && Methods == other.Methods);

    public override bool Equals(object? obj) => Equals(obj as ContractModel);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}

/// <summary>An interface of the library that a provider inherits.</summary>
/// <param name="Contract">The interface.</param>
/// <param name="UserType">The type of the user's own that it is constructed with, fully qualified.</param>
internal readonly record struct ContractUse(ContractModel Contract, string? UserType);
