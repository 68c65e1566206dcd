/** That something is for the centre alone is heard wherever it is said, and not in what is only called so. */
import { describe, expect, test } from 'vitest'
import { forCentreOnly } from '../../src/understanding/for-centre.ts'

describe('for the centre alone', () => {
  test.each([
    'Launch of the vaccine on 20 December at the Gulf Hotel, for the Centre only',
    'Launch of the vaccine on 20 December. Center only please.',
    'Visit of the minister on 20 December, confidential',
    'Visit of the minister on 20 December. Please keep it confidential.',
    'إطلاق اللقاح يوم 20 ديسمبر في فندق الخليج، للمركز فقط',
    'زيارة الوزير يوم 20 ديسمبر (سري)',
    'إطلاق اللقاح يوم 20 ديسمبر ولا يطلع عليها غير المركز',
  ])('%s', text => expect(forCentreOnly(text)).toBe(true))
  test.each([
    'Confidential data workshop on 20 December',
    'Workshop at the Conference Centre on Monday only',
    'ورشة عن سرية البيانات يوم 20 ديسمبر',
    'اجتماع مع المركز فقط يوم الأحد',
  ])('%s is open', text => expect(forCentreOnly(text)).toBe(false))
})
