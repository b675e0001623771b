using Acornima.Ast;
using Jint;
using Jint.Native;
using Jint.Runtime.Interop;

namespace MCU.Integration.Workflows.Expressions.JavaScript;

/// <summary>
/// Bounds lists of numbers: the engine reserves their memory before any limit is looked at. What a script gets are constructors that count first, and no way to the
/// buffer behind a list.
/// </summary>
internal static class TypedArrayGuard
{
    private static readonly Prepared<Script> Source = Engine.PrepareScript("""
        (function (charge) {
          'use strict';
          const abstract = Object.getPrototypeOf(Uint8Array);
          const construct = Reflect.construct, from = Array.from, number = Number;
          delete abstract.prototype.buffer;
          for (const name of ['Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array', 'Int32Array', 'Uint32Array', 'Float16Array', 'Float32Array', 'Float64Array']) {
            const native = globalThis[name];
            if (native === undefined) continue;
            const guarded = function (source) {
              if (new.target === undefined) throw new TypeError(name + ' needs new');
              if (typeof source === 'object' && source !== null) {
                if (source.length !== undefined) charge(number(source.length));
                source = from(source);
                charge(source.length);
              } else {
                charge(number(source));
              }
              return construct(native, [source], new.target);
            };
            Object.defineProperty(guarded, 'name', { value: name });
            Object.defineProperty(guarded, 'prototype', { value: native.prototype, writable: false });
            Object.defineProperty(guarded, 'BYTES_PER_ELEMENT', { value: native.BYTES_PER_ELEMENT });
            Object.setPrototypeOf(guarded, abstract);
            Object.defineProperty(native.prototype, 'constructor', { value: guarded, writable: false, configurable: false });
            Object.defineProperty(globalThis, name, { value: guarded, writable: true, configurable: true });
          }
        })
        """);

    /// <param name="charge">Counts items; throws when there are too many.</param>
    public static void Install(Engine engine, Action<long> charge) =>
        engine.Invoke(engine.Evaluate(Source), new ClrFunction(engine, "charge", (_, arguments) =>
        {
            var items = arguments[0].AsNumber();
            charge(items > 0 ? (long)Math.Min(items, long.MaxValue / 4) : 0);
            return JsValue.Undefined;
        }));
}
