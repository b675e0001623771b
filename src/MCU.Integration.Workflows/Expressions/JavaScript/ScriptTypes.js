// The CLR types that Elsa gives to scripts, in JavaScript: no type of the host is within a script's reach.
// A DateTime that a script gets is a Date there, too; the members that CLR programmers expect are an addition.
(function (native) {
  'use strict';
  const MS = 10000;

  class TimeSpan {
    constructor(...parts) {
      const p = parts.map(Number);
      const ms = (d, h, m, s, f) => ((((d * 24 + h) * 60 + m) * 60 + s) * 1000 + f) * MS;
      this._ticks = p.length === 0 ? 0 : p.length === 1 ? p[0] : p.length === 3 ? ms(0, p[0], p[1], p[2], 0) : ms(p[0], p[1], p[2], p[3] || 0, p[4] || 0);
      if (!Number.isSafeInteger(Math.trunc(this._ticks))) throw new RangeError('The time span is too long.');
      this._ticks = Math.trunc(this._ticks);
      Object.defineProperty(this, '_ticks', { enumerable: false, writable: false });
    }
    static _of(value, unit) { return new TimeSpan(Math.round(Number(value) * unit)); }
    static FromDays(value) { return TimeSpan._of(value, 864e9); }
    static FromHours(value) { return TimeSpan._of(value, 36e9); }
    static FromMinutes(value) { return TimeSpan._of(value, 6e8); }
    static FromSeconds(value) { return TimeSpan._of(value, 1e7); }
    static FromMilliseconds(value) { return TimeSpan._of(value, MS); }
    static FromTicks(value) { return new TimeSpan(Number(value)); }
    static Parse(text) { return new TimeSpan(native.parseTimeSpan(String(text))); }
    static Compare(a, b) { return Math.sign(a._ticks - b._ticks); }
    static get Zero() { return new TimeSpan(0); }
    get Ticks() { return this._ticks; }
    get TotalDays() { return this._ticks / 864e9; }
    get TotalHours() { return this._ticks / 36e9; }
    get TotalMinutes() { return this._ticks / 6e8; }
    get TotalSeconds() { return this._ticks / 1e7; }
    get TotalMilliseconds() { return this._ticks / MS; }
    get Days() { return Math.trunc(this.TotalDays); }
    get Hours() { return Math.trunc(this.TotalHours) % 24; }
    get Minutes() { return Math.trunc(this.TotalMinutes) % 60; }
    get Seconds() { return Math.trunc(this.TotalSeconds) % 60; }
    get Milliseconds() { return Math.trunc(this.TotalMilliseconds) % 1000; }
    Add(other) { return new TimeSpan(this._ticks + other._ticks); }
    Subtract(other) { return new TimeSpan(this._ticks - other._ticks); }
    Multiply(factor) { return new TimeSpan(Math.round(this._ticks * Number(factor))); }
    Divide(by) { return by instanceof TimeSpan ? this._ticks / by._ticks : new TimeSpan(Math.round(this._ticks / Number(by))); }
    Negate() { return new TimeSpan(-this._ticks); }
    Duration() { return new TimeSpan(Math.abs(this._ticks)); }
    CompareTo(other) { return TimeSpan.Compare(this, other); }
    Equals(other) { return other instanceof TimeSpan && other._ticks === this._ticks; }
    ToString(format) { return native.formatTimeSpan(this._ticks, format === undefined ? 'c' : String(format)); }
    toString() { return this.ToString(); }
    toJSON() { return this.ToString(); }
    valueOf() { return this._ticks; }
  }

  const zeroes = '00000000-0000-0000-0000-000000000000';
  class Guid {
    constructor(text) { Object.defineProperty(this, '_text', { value: text === undefined ? zeroes : native.parseGuid(String(text)) }); }
    static NewGuid() { return new Guid(native.newGuid()); }
    static Parse(text) { return new Guid(text); }
    static get Empty() { return new Guid(); }
    Equals(other) { return other instanceof Guid && other._text === this._text; }
    CompareTo(other) { return this._text < other._text ? -1 : this._text > other._text ? 1 : 0; }
    ToString(format) { return format === undefined ? this._text : native.formatGuid(this._text, String(format)); }
    toString() { return this._text; }
    toJSON() { return this._text; }
  }

  class Random {
    constructor(seed) { Object.defineProperty(this, '_source', { value: native.random(seed === undefined ? null : Number(seed)) }); }
    static get Shared() { return new Random(); }
    Next(from, to) { return to === undefined ? this._source(0, from === undefined ? 2147483647 : Number(from)) : this._source(Number(from), Number(to)); }
    NextInt64(from, to) { return this.Next(from, to); }
    NextDouble() { return this._source(0, 0, true); }
  }

  const span = value => value instanceof TimeSpan ? value.TotalMilliseconds : Number(value);
  const members = {
    AddMilliseconds(n) { return clr(this.getTime() + Number(n)); },
    AddSeconds(n) { return clr(this.getTime() + Number(n) * 1e3); },
    AddMinutes(n) { return clr(this.getTime() + Number(n) * 6e4); },
    AddHours(n) { return clr(this.getTime() + Number(n) * 36e5); },
    AddDays(n) { return clr(this.getTime() + Number(n) * 864e5); },
    AddMonths(n) { return clr(native.addMonths(this.getTime(), Number(n))); },
    AddYears(n) { return clr(native.addMonths(this.getTime(), Number(n) * 12)); },
    Add(value) { return clr(this.getTime() + span(value)); },
    Subtract(value) { return value instanceof Date ? TimeSpan.FromMilliseconds(this.getTime() - value.getTime()) : clr(this.getTime() - span(value)); },
    ToUniversalTime() { return clr(this.getTime()); },
    ToLocalTime() { return clr(this.getTime()); },
    ToUnixTimeSeconds() { return Math.floor(this.getTime() / 1000); },
    ToUnixTimeMilliseconds() { return this.getTime(); },
    CompareTo(other) { return Math.sign(this.getTime() - other.getTime()); },
    Equals(other) { return other instanceof Date && other.getTime() === this.getTime(); },
    ToString(format) { return native.formatDate(this.getTime(), format === undefined ? '' : String(format)); },
    get Year() { return this.getFullYear(); },
    get Month() { return this.getMonth() + 1; },
    get Day() { return this.getDate(); },
    get Hour() { return this.getHours(); },
    get Minute() { return this.getMinutes(); },
    get Second() { return this.getSeconds(); },
    get Millisecond() { return this.getMilliseconds(); },
    get DayOfWeek() { return this.getDay(); },
    get DayOfYear() { return Math.round((new Date(2000, this.getMonth(), this.getDate()) - new Date(2000, 0, 1)) / 864e5) + (this.getMonth() > 1 && !leap(this.getFullYear()) ? 0 : 1); },
    get Date() { return clr(new Date(this.getFullYear(), this.getMonth(), this.getDate()).getTime()); },
    get TimeOfDay() { return TimeSpan.FromMilliseconds(this.getTime() - new Date(this.getFullYear(), this.getMonth(), this.getDate()).getTime()); },
    get UtcDateTime() { return clr(this.getTime()); },
    get Ticks() { return this.getTime() * MS + 621355968e9; },
  };
  const leap = year => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const prototype = Object.create(Date.prototype);
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(members))) {
    Object.defineProperty(prototype, name, { ...descriptor, enumerable: false });
  }
  const clr = ms => {
    if (!(Math.abs(ms) <= 864e13)) throw new RangeError('The date is out of range.');
    return Object.setPrototypeOf(new Date(ms), prototype);
  };

  // A function and no class: it makes dates, which are instances of Date.
  const dates = (parse, min) => {
    const type = function (year, month, day, hour, minute, second, fourth, fifth) {
      if (year instanceof Date) return clr(year.getTime());
      if (year === undefined) return clr(min);
      const offset = fourth instanceof TimeSpan ? fourth : fifth instanceof TimeSpan ? fifth : null;
      const ms = typeof fourth === 'number' ? fourth : 0;
      const parts = [Number(year), Number(month) - 1, Number(day), Number(hour || 0), Number(minute || 0), Number(second || 0), ms];
      const date = offset ? new Date(Date.UTC(...parts) - offset.TotalMilliseconds) : new Date(...parts);
      const local = offset ? new Date(Date.UTC(...parts)) : date;
      const [y, m, d] = offset ? [local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()] : [local.getFullYear(), local.getMonth(), local.getDate()];
      if (y !== parts[0] || m !== parts[1] || d !== parts[2]) throw new RangeError('Year, Month, and Day parameters describe an un-representable DateTime.');
      return clr(date.getTime());
    };
    const statics = {
      Now: { get: () => clr(native.now()) },
      UtcNow: { get: () => clr(native.now()) },
      Today: { get: () => clr(native.now()).Date },
      MinValue: { get: () => clr(min) },
      MaxValue: { get: () => clr(253402300799999) },
      UnixEpoch: { get: () => clr(0) },
      Parse: { value: text => clr(parse(String(text), null)) },
      ParseExact: { value: (text, format) => clr(parse(String(text), String(format))) },
      FromUnixTimeSeconds: { value: seconds => clr(Number(seconds) * 1000) },
      FromUnixTimeMilliseconds: { value: ms => clr(Number(ms)) },
      DaysInMonth: { value: (year, month) => new Date(year, month, 0).getDate() },
      IsLeapYear: { value: leap },
      Compare: { value: (a, b) => Math.sign(a.getTime() - b.getTime()) },
    };
    Object.defineProperties(type, statics);
    return type;
  };

  return { TimeSpan, Guid, Random, DateTime: dates(native.parseDate, -62135596800000), DateTimeOffset: dates(native.parseDate, -62135596800000) };
})
